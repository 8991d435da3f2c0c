package org.clientele.internal.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts a search text into words and operators. */
final class Scanner {
    private final String text;
    private final Marks marks;
    private final List<Token> tokens = new ArrayList<>();
    private Draft draft = new Draft();
    private int at;

    private Scanner(String text) {
        this.text = text;
        this.marks = new Marks(text);
    }

    static List<Token> scan(String text) {
        Scanner scanner = new Scanner(text);
        while (scanner.at < text.length()) {
            scanner.step();
        }
        scanner.endWord();
        return scanner.tokens;
    }

    private void step() {
        char c = text.charAt(at);
        int closing = marks.closingQuote(at);
        if (closing >= 0) {
            draft.addQuoted(text.substring(at + 1, closing).replace("\"\"", "\""));
            at = closing + 1;
        } else if (marks.groups(at)) {
            sign(c == '(' ? Token.Sign.OPEN : Token.Sign.CLOSE, 1);
        } else if (isBlank(c)) {
            endWord();
            at++;
        } else {
            symbol(c);
        }
    }

    private void symbol(char c) {
        if (c == '+') {
            sign(Token.Sign.AND, 1);
        } else if (text.startsWith("&&", at)) {
            sign(Token.Sign.AND, 2);
        } else if (text.startsWith("||", at)) {
            sign(Token.Sign.OR, 2);
        } else if (c == '!' && !draft.begun()) {
            sign(Token.Sign.NOT, 1);
        } else {
            inWord(c);
        }
    }

    private void inWord(char c) {
        if (c == '*') {
            draft.addWildcard();
        } else {
            draft.add(c);
        }
        at++;
    }

    private void sign(Token.Sign sign, int length) {
        endWord();
        tokens.add(sign);
        at += length;
    }

    private void endWord() {
        if (draft.begun()) {
            tokens.add(draft.finish());
            draft = new Draft();
        }
    }

    /** Every Unicode blank separates: Japanese keyboards write U+3000, pasted text has U+00A0. */
    static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
