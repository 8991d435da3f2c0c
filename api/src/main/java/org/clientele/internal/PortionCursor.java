package org.clientele.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.Fault;
import org.clientele.InvalidInputException;

/**
 * Where a walk goes on, and how far it is.
 *
 * @param walked how many were looked at so far
 * @param place as whoever walks writes it
 */
record PortionCursor(long walked, String place) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\.(.{1,30000})");

    String encode() {
        return walked + "." + place;
    }

    static PortionCursor decode(String text) throws InvalidInputException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw invalid();
        }
        return new PortionCursor(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    static InvalidInputException invalid() {
        return new InvalidInputException(
                "after",
                Fault.of(Fault.Kind.BAD_CURSOR, "This is not a cursor of these conflicts; start again without it."));
    }
}
