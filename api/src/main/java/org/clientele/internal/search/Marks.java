package org.clientele.internal.search;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Which quotes and parentheses of a text have a partner: the others are ordinary characters. */
final class Marks {
    static final char QUOTE = '"';

    private final String text;
    private final Map<Integer, Integer> quotes = new HashMap<>();
    private final BitSet parentheses = new BitSet();

    Marks(String text) {
        this.text = text;
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> open.push(i);
                case ')' -> close(open, i);
                case QUOTE -> i = quoted(i);
                default -> {}
            }
        }
    }

    /** Where the quoted part that starts at {@code at} has its closing quote, negative if none starts there. */
    int closingQuote(int at) {
        return quotes.getOrDefault(at, -1);
    }

    /** Whether the character at {@code at} is a parenthesis that groups. */
    boolean groups(int at) {
        return parentheses.get(at);
    }

    private void close(Deque<Integer> open, int at) {
        if (!open.isEmpty()) {
            parentheses.set(open.pop());
            parentheses.set(at);
        }
    }

    /** A doubled quote inside quotes stands for one quote. */
    private int quoted(int from) {
        int end = text.indexOf(QUOTE, from + 1);
        while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == QUOTE) {
            end = text.indexOf(QUOTE, end + 2);
        }
        if (end < 0) {
            return from;
        }
        quotes.put(from, end);
        return end;
    }
}
