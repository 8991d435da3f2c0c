package org.clientele.internal;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.field.Fields;

/** The two kinds of slots and their names: {@code CustomerUser}, {@code CustomerUser1} … and {@code CustomerCompany} …. */
enum SlotKind {
    CUSTOMER_USER("CustomerUser", "customer user", Fields.LOGIN),
    CUSTOMER("CustomerCompany", "customer", Fields.CUSTOMER_ID);

    private static final int MOST_DIGITS = 4;

    private final String base;
    private final String word;
    private final String idVariable;
    private final Pattern name;

    SlotKind(String base, String word, String idVariable) {
        this.base = base;
        this.word = word;
        this.idVariable = idVariable;
        this.name = Pattern.compile(base + "([1-9][0-9]{0," + (MOST_DIGITS - 1) + "})?");
    }

    /** What people call a record of this kind. */
    String word() {
        return word;
    }

    /** The field that names a record. */
    String idVariable() {
        return idVariable;
    }

    /** The place of a slot in the order, 0 for the un-numbered one; empty if this is no slot of this kind. */
    OptionalInt numberOf(String slot) {
        Matcher matcher = name.matcher(slot);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)));
    }

    /** The name of the un-numbered slot. */
    String base() {
        return base;
    }
}
