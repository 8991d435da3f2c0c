package org.clientele.admin.form;

import java.util.List;
import java.util.Optional;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.field.Fields;

/**
 * A field as a form sent it, or as the page sends it on which somebody chose between two values.
 *
 * @param variable its variable
 * @param mine what was typed
 * @param was the digest of the value that the form started with, empty if it is not known
 * @param base that value, empty if it was too long to be carried or is not the one of the digest
 * @param seen the digest of the other one's value that the choice was made against, empty if none was made
 * @param side what was chosen, empty for nothing
 */
record SentField(String variable, String mine, String was, Optional<String> base, String seen, Optional<Side> side) {

    /** Whether the page was sent on which somebody chose. */
    static boolean chosen(Exchange exchange) {
        return exchange.given(FormParameter.CHOSEN).isPresent();
    }

    /** Whether something is left to choose on that page. */
    static boolean open(Exchange exchange) {
        List<String> differing = chosen(exchange) ? exchange.texts(FormParameter.DIFFERS) : List.of();
        return differing.stream()
                .anyMatch(variable ->
                        Side.of(exchange.text(FormParameter.CHOICE + variable)).isEmpty());
    }

    /** What was sent for a variable, empty if nothing was; a password is never among it. */
    static Optional<SentField> of(Exchange exchange, String variable) {
        String name = chosen(exchange) ? FormParameter.MINE + variable : FormParameter.ofField(variable);
        return exchange.given(name)
                .filter(text -> !variable.equals(Fields.PASSWORD))
                .map(text -> of(exchange, variable, Typed.normal(text)));
    }

    private static SentField of(Exchange exchange, String variable, String mine) {
        String was = exchange.text(FormParameter.WAS + variable);
        return new SentField(
                variable,
                mine,
                was,
                exchange.given(FormParameter.BASE + variable)
                        .map(Typed::normal)
                        .filter(base -> Typed.digest(base).equals(was)),
                exchange.text(FormParameter.SEEN + variable),
                Side.of(exchange.text(FormParameter.CHOICE + variable)));
    }

    /** Whether a value is another one than the form started with; of what is not known, it may be. */
    boolean moved(String value) {
        return was.isEmpty() || !Typed.digest(value).equals(was);
    }

    /** What is chosen as long as nobody says otherwise, empty where both changed the value. */
    Optional<Side> side(String theirs) {
        if (side.isPresent() && Typed.digest(theirs).equals(seen)) {
            return side;
        }
        if (moved(mine) && moved(theirs)) {
            return Optional.empty();
        }
        return Optional.of(moved(mine) ? Side.MINE : Side.THEIRS);
    }
}
