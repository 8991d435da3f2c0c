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

    public AddForm(Directory<E> directory, CustomerChoice customers) {
        this.sources = new FormSources(directory);
        this.customers = customers;
    }

    @Override
    public Reply answer(Exchange exchange) {
        SourceStatus source = source(exchange);
        if (source.fields().isEmpty()) {
            throw new Refusal(503, exchange.words().get("form.source.away", source.name()));
        }
        return page(exchange, source, blank(exchange, source), new Refused(200, Map.of(), List.of(), false));
    }

    /** The source that was asked for, or the first that takes records. */
    SourceStatus source(Exchange exchange) {
        List<SourceStatus> writable = sources.writable();
        if (writable.isEmpty()) {
            throw new Refusal(409, exchange.screen().text("form.none.writable"));
        }
        Optional<String> wanted = exchange.filled(FormParameter.SOURCE);
        return wanted.isEmpty()
                ? writable.get(0)
                : writable.stream()
                        .filter(source -> source.slot().equals(wanted.get()))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(422, exchange.words().get("bad.source")));
    }

    Reply again(Exchange exchange, SourceStatus source, Refused refused) {
        Typed typed =
                Typed.of(exchange, source.fields()).withErrors(PasswordInput.again(exchange, refused.byVariable()));
        return page(exchange, source, typed, refused);
    }

    private Reply page(Exchange exchange, SourceStatus source, Typed typed, Refused refused) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
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
                new FieldViews(screen, source, customers).toAdd(typed),
                refused.messages(),
                Optional.empty(),
                FieldViews.needsCustomer(screen, source) && customers.none(),
                List.of(),
                refused.uncertain());
        return new Reply.Page(refused.status(), new StaticTemplates().form(view));
    }

    /** Every field empty, unless the address says something: a link may name the customer of a new person. */
    private static Typed blank(Exchange exchange, SourceStatus source) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : source.fields()) {
            String start = field.variable().equals(Fields.VALIDITY) ? Integer.toString(Validity.VALID.id()) : "";
            values.put(field.variable(), exchange.filled(field.variable()).orElse(start));
        }
        values.remove(Fields.PASSWORD);
        return new Typed(values, Map.of(), Map.of(), Map.of());
    }
}
