package org.clientele.internal.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.spi.SearchExpression;

/**
 * The search language: what a person types becomes a tree that every source translates for its storage. Every text means
 * something; only its size is limited.
 *
 * <ul>
 *   <li>A <b>word</b> is found in any search field. Words beside each other must all be found, each perhaps in another field;
 *       {@code +}, {@code &&} and {@code AND} say the same. {@code ||} and {@code OR} mean <i>or</i>, {@code !} and
 *       {@code NOT} mean <i>not</i>, parentheses group. Not binds tighter than and, and tighter than or.
 *   <li>The words {@code AND}, {@code OR}, {@code NOT} are operators in upper case and without quotes only. The signs
 *       {@code +}, {@code &&}, {@code ||} and paired parentheses are operators wherever they stand, also inside what looks
 *       like a word: {@code john+doe@example.com} is {@code john} and {@code doe@example.com}, {@code c++} is {@code c}. A
 *       single {@code &} or {@code |} is a character like any other, as in {@code R&D}; so is {@code !} unless a word starts
 *       with it.
 *   <li>{@code *} stands for any text, {@code %}, {@code _} and {@code \} for themselves.
 *   <li>Between two {@code "} nothing is special; {@code ""} in there is one quote. Quoted and unquoted parts that touch are
 *       one word: {@code "john d"*}, {@code "c++"}.
 *   <li>An operator without operand, an empty phrase and an empty group are as if they were not there. A quote or
 *       parenthesis without partner is a character like any other.
 *   <li>Blanks are the blanks of Unicode, also U+3000 and U+00A0.
 * </ul>
 */
public final class SearchParser {
    private static final int MOST_CHARACTERS = 1000;
    private static final int MOST_WORDS = 64;
    private static final String FIELD = "search";

    private SearchParser() {}

    /**
     * What {@code text} searches for.
     *
     * @return empty if it names nothing to search for, which means everything
     * @throws InvalidInputException if it has more than 1,000 characters (code points) or 64 words
     */
    public static Optional<SearchExpression> parse(String text) throws InvalidInputException {
        int characters = text.codePointCount(0, text.length());
        if (characters > MOST_CHARACTERS) {
            String message =
                    "The search has " + characters + " characters; shorten it to at most " + MOST_CHARACTERS + ".";
            throw new InvalidInputException(
                    FIELD, Fault.of(Fault.Kind.LONG_SEARCH, message, characters, MOST_CHARACTERS));
        }
        List<Token> tokens = Scanner.scan(text);
        long words = tokens.stream().filter(Token.Term.class::isInstance).count();
        if (words > MOST_WORDS) {
            String message = "The search has " + words + " words; leave some out, at most " + MOST_WORDS
                    + " are possible. Put a phrase between double quotes to make it one word.";
            throw new InvalidInputException(FIELD, Fault.of(Fault.Kind.WORDY_SEARCH, message, words, MOST_WORDS));
        }
        return tree(tokens);
    }

    /**
     * A text that {@link #parse} reads as {@code expression} again, or as one that matches the same if the expression is not
     * in the form in which {@code parse} gives it. A large expression may need more characters than {@code parse} accepts.
     */
    public static String print(SearchExpression expression) {
        return Printer.print(expression);
    }

    /** The tree of a text of any size. Not recursive: no nesting is too deep. */
    static Optional<SearchExpression> tree(List<Token> tokens) {
        Group whole = new Group();
        Deque<Group> groups = new ArrayDeque<>(List.of(whole));
        for (Token token : tokens) {
            accept(token, groups);
        }
        return whole.finish();
    }

    private static void accept(Token token, Deque<Group> groups) {
        if (token instanceof Token.Term term) {
            groups.element().add(new SearchExpression.Word(term.pattern()));
        } else if (token == Token.Sign.OPEN) {
            groups.push(new Group());
        } else if (token == Token.Sign.CLOSE) {
            Optional<SearchExpression> inner = groups.pop().finish();
            inner.ifPresentOrElse(groups.element()::add, groups.element()::and);
        } else {
            operator((Token.Sign) token, groups.element());
        }
    }

    private static void operator(Token.Sign sign, Group group) {
        switch (sign) {
            case OR -> group.or();
            case NOT -> group.not();
            default -> group.and();
        }
    }
}
