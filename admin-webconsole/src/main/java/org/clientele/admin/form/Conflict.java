package org.clientele.admin.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;

/** What somebody typed next to what somebody else stored since the form was opened. */
public final class Conflict {
    private final Exchange exchange;
    private final Typed stored;
    private final List<SentField> sent;

    /** @param stored what is stored by now */
    public Conflict(Exchange exchange, Typed stored) {
        this.exchange = exchange;
        this.stored = stored;
        this.sent = stored.values().keySet().stream()
                .flatMap(variable -> SentField.of(exchange, variable).stream())
                .toList();
    }

    /** Whether a form has to be shown again as the page on which somebody chose. */
    public static boolean isBeingSolved(Exchange exchange) {
        return SentField.chosen(exchange);
    }

    /** Whether somebody has to choose, or said that all is chosen although it is not. */
    public static boolean isOpen(Exchange exchange) {
        return SentField.open(exchange);
    }

    /** Whether nothing typed differs from what is stored, so that there is nothing to choose and nothing to save. */
    public boolean isVoid() {
        return differing().isEmpty() && !PasswordInput.typed(exchange);
    }

    /** The fields between whose values somebody has to choose. */
    public List<Difference> differences(FieldText texts) {
        return differing().stream().map(field -> difference(field, texts)).toList();
    }

    /** What the page has to keep, so that nothing is lost if it is not the last one. */
    public List<Hidden> hidden() {
        List<Hidden> hidden = new ArrayList<>();
        for (SentField field : sent) {
            String variable = field.variable();
            hidden.add(new Hidden(FormParameter.MINE + variable, field.mine()));
            hidden.add(new Hidden(FormParameter.WAS + variable, field.was()));
            field.base().ifPresent(base -> hidden.add(new Hidden(FormParameter.BASE + variable, base)));
            hidden.add(new Hidden(FormParameter.SEEN + variable, Typed.digest(stored.value(variable))));
        }
        differing().forEach(field -> hidden.add(new Hidden(FormParameter.DIFFERS, field.variable())));
        exchange.given(FormParameter.FINISH).ifPresent(finish -> hidden.add(new Hidden(FormParameter.FINISH, finish)));
        return hidden;
    }

    /**
     * Something that a form carries.
     *
     * @param name under which name
     */
    public record Hidden(String name, String value) {}

    private List<SentField> differing() {
        return sent.stream()
                .filter(field -> !field.mine().equals(stored.value(field.variable())))
                .toList();
    }

    private Difference difference(SentField field, FieldText texts) {
        String variable = field.variable();
        String theirs = stored.value(variable);
        Optional<Side> side = field.side(theirs);
        boolean missing = side.isEmpty() && SentField.open(exchange);
        return new Difference(
                variable,
                texts.label(variable),
                changed(field, theirs),
                field.base().map(base -> texts.value(variable, base)),
                texts.value(variable, field.mine()),
                texts.value(variable, theirs),
                side,
                missing ? exchange.words().get("conflict.choose") : "");
    }

    private static String changed(SentField field, String theirs) {
        boolean both = field.moved(field.mine()) && field.moved(theirs);
        return both ? "both" : field.moved(theirs) ? Side.THEIRS.key() : Side.MINE.key();
    }
}
