package org.clientele.admin.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.SourceStatus;
import org.clientele.Validity;
import org.clientele.admin.list.CustomerChoice;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/** The empty form, and the same form again with what was typed where something is wrong. */
public final class AddForm<E extends DirectoryEntry> implements Action {
    private final FormSources sources;
    private final CustomerChoice customers;
    private final PreferenceFields preferences;

    public AddForm(Directory<E> directory, CustomerChoice customers, PreferenceFields preferences) {
        this.sources = new FormSources(directory);
        this.customers = customers;
        this.preferences = preferences;
    }

    @Override
    public Reply answer(Exchange exchange) {
        SourceStatus source = exchange.filled(FormParameter.SOURCE)
                .map(slot -> wanted(exchange, slot))
                .orElseGet(() -> first(exchange));
        return page(exchange, source, start(exchange, source), Refused.NOTHING);
    }

    private SourceStatus wanted(Exchange exchange, String slot) {
        sources.of(slot).filter(source -> source.fields().isEmpty()).ifPresent(source -> {
            throw new Refusal(503, exchange.words().get("form.source.away", source.name()));
        });
        return writable(slot)
                .orElseThrow(() -> new Refusal(422, exchange.words().get("bad.source")));
    }

    private SourceStatus first(Exchange exchange) {
        return sources.writable().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(409, exchange.screen().text("form.none.writable")));
    }

    private Optional<SourceStatus> writable(String slot) {
        return sources.writable().stream()
                .filter(source -> source.slot().equals(slot))
                .findFirst();
    }

    /** The source that the form was made for, whatever became of it since. */
    SourceStatus sent(Exchange exchange) {
        SourceStatus source = exchange.filled(FormParameter.SOURCE)
                .map(slot -> sources.of(slot).orElseGet(() -> FormSources.unknown(slot)))
                .orElseGet(() -> first(exchange));
        return FormSources.toAdd(source, exchange);
    }

    /** The form of another source, with what was typed into this one. */
    Reply switched(Exchange exchange, SourceStatus from) {
        return writable(exchange.text(FormParameter.OTHER_SOURCE))
                .map(source -> page(
                        exchange,
                        source,
                        start(exchange, source).withErrors(PasswordInput.again(exchange, Map.of())),
                        Refused.NOTHING))
                .orElseGet(() ->
                        again(exchange, from, Refused.page(422, exchange.words().get("bad.source"))));
    }

    Reply again(Exchange exchange, SourceStatus source, Refused refused) {
        Typed typed =
                Typed.of(exchange, source.fields()).withErrors(PasswordInput.again(exchange, refused.byVariable()));
        return page(exchange, source, typed, refused);
    }

    private Reply page(Exchange exchange, SourceStatus source, Typed typed, Refused refused) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        List<Section<FieldView>> sections = preferences
                .sent(exchange, source, refused.byVariable())
                .behind(new FieldViews(screen, source, customers).toAdd(typed));
        List<String> messages = refused.above(sections, source, screen.words());
        FormView view = new FormView(
                screen,
                true,
                "",
                "",
                source,
                sources.writable(),
                carried.add(screen, source.slot()).toString(),
                carried.list(screen).toString(),
                "",
                sections,
                Kept.of(exchange, source),
                messages,
                sources.notices(screen.words(), messages),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                "",
                customers.comeFirst(List.of(source)),
                List.of(),
                refused.title(screen.words(), true, sections, messages),
                Optional.empty(),
                Optional.empty());
        return new Reply.Page(refused.status(), new StaticTemplates().form(view));
    }

    /**
     * Every field empty, unless something was sent: a link may name the customer of a new person, and the form of another source
     * what was typed there.
     */
    private static Typed start(Exchange exchange, SourceStatus source) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : source.fields()) {
            String start = field.variable().equals(Fields.VALIDITY) ? Integer.toString(Validity.VALID.id()) : "";
            values.put(
                    field.variable(),
                    exchange.filled(FormParameter.ofField(field.variable())).orElse(start));
        }
        values.remove(Fields.PASSWORD);
        return new Typed(values, Map.of(), Map.of(), Map.of());
    }
}
