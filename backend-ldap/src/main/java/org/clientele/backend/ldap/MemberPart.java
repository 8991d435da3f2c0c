package org.clientele.backend.ldap;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.directory.api.ldap.model.name.Dn;

/**
 * A part of the members of a group. Active Directory sends long attributes in parts, {@code member;range=0-1499}; the last
 * part ends with a star.
 *
 * @param group the entry of the group
 * @param attribute the attribute without options
 * @param from the number of the first member
 * @param after the number of the member behind the last one, empty if there is none
 */
record MemberPart(Dn group, String attribute, int from, Optional<Integer> after) {
    private static final Pattern RANGE = Pattern.compile("(?i)range=(\\d{1,9})-(\\d{1,9}|\\*)");

    /** The part that an attribute with such an option is; empty for a whole attribute. */
    static Optional<MemberPart> of(Dn group, String description) {
        String[] options = description.split(";");
        return Arrays.stream(options)
                .skip(1)
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(range ->
                        new MemberPart(group, options[0], Integer.parseInt(range.group(1)), after(range.group(2))));
    }

    /** The attribute to ask for to have all that is left, or the next part of it. Where nothing is left there is none. */
    Optional<String> rest() {
        return after.map(next -> attribute + ";range=" + next + "-*");
    }

    /** Whether another part starts where this one ends. */
    boolean isFollowedBy(MemberPart other) {
        return attribute.equalsIgnoreCase(other.attribute)
                && after.filter(next -> next == other.from && other.after.orElse(next + 1) > next)
                        .isPresent();
    }

    private static Optional<Integer> after(String last) {
        return last.equals("*") ? Optional.empty() : Optional.of(Integer.parseInt(last) + 1);
    }
}
