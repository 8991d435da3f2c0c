package org.clientele.shell;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text for a terminal. Stored values come from other people: what a terminal would obey instead of showing (escape
 * sequences, line breaks, marks that turn the direction of text) is written out, for example {@code \u001b}.
 */
final class Plain {
    private Plain() {}

    static String text(String stored) {
        return stored.codePoints().mapToObj(Plain::shown).collect(Collectors.joining());
    }

    private static String shown(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isObeyed(character) ? escaped(character) : Character.toString(character);
        };
    }

    private static boolean isObeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // joiners (200c, 200d) shape letters and emoji, the other format characters hide or turn text
            case Character.FORMAT -> character != 0x200c && character != 0x200d;
            default -> false;
        };
    }

    private static String escaped(int character) {
        return String.format(Locale.ROOT, character > 0xffff ? "\\U%08x" : "\\u%04x", character);
    }
}
