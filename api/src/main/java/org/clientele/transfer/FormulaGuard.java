package org.clientele.transfer;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text for a formula: in front of it goes an apostrophe. A text that has such apostrophes of its
 * own gets one more, so that taking one away always gives back what was there.
 */
final class FormulaGuard {
    private static final Pattern GUARDED = Pattern.compile("'*[=+\\-@\t\r\n].*", Pattern.DOTALL);
    private static final String GUARD = "'";

    private FormulaGuard() {}

    static String on(String text) {
        return GUARDED.matcher(text).matches() ? GUARD + text : text;
    }

    static String off(String text) {
        return text.startsWith(GUARD) && GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }
}
