package org.clientele.internal.search;

import java.util.ArrayList;
import java.util.List;
import org.clientele.spi.TextPattern;

/** The word that is being read, made of plain and quoted parts and wildcards. */
final class Draft {
    private final List<String> literals = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private boolean plain = true;
    private boolean begun;

    boolean begun() {
        return begun;
    }

    void add(char c) {
        begun = true;
        literal.append(c);
    }

    void addQuoted(String text) {
        begun = true;
        plain = false;
        literal.append(text);
    }

    void addWildcard() {
        begun = true;
        literals.add(literal.toString());
        literal.setLength(0);
    }

    Token finish() {
        literals.add(literal.toString());
        TextPattern pattern = new TextPattern(literals);
        if (!pattern.isExact()) {
            return new Token.Term(pattern);
        }
        return exact(pattern);
    }

    private Token exact(TextPattern pattern) {
        String text = pattern.literals().get(0);
        if (text.isEmpty()) {
            // "" searches for nothing; like AND it takes the operand away from a NOT before it.
            return Token.Sign.AND;
        }
        return switch (plain ? text : "") {
            case "AND" -> Token.Sign.AND;
            case "OR" -> Token.Sign.OR;
            case "NOT" -> Token.Sign.NOT;
            default -> new Token.Term(pattern);
        };
    }
}
