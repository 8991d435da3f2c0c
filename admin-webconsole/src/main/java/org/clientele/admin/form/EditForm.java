package org.clientele.admin.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.Answer;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.Ownership;
import org.clientele.SourceStatus;
import org.clientele.admin.list.CustomerChoice;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Problem;
import org.clientele.admin.web.Problem.AwaySource;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** A record: as a form where it can be changed, as text with the reason where it cannot. */
public final class EditForm<E extends DirectoryEntry> implements Action {
    private static final Set<String> DONE = Set.of("added", "saved", "unchanged");

    private final Directory<E> directory;
    private final FormSources sources;
    private final CustomerChoice customers;
    private final GeneratedPasswords passwords;
    private final Below<E> below;

    public EditForm(Directory<E> directory, CustomerChoice customers, GeneratedPasswords passwords, Below<E> below) {
        this.directory = directory;
        this.sources = new FormSources(directory);
        this.customers = customers;
        this.passwords = passwords;
        this.below = below;
    }

    @Override
    public Reply answer(Exchange exchange) {
        Answer<E> answer = directory.ask(id(exchange));
        return answer.entry().map(entry -> found(exchange, entry)).orElseGet(() -> missing(exchange, answer));
    }

    static String id(Exchange exchange) {
        String parameter = exchange.kind().idParameter();
        return exchange.filled(FormParameter.ID)
                .or(() -> exchange.filled(parameter))
                .orElseThrow(() -> new Refusal(422, exchange.words().get("bad.missing", parameter)));
    }

    private Reply found(Exchange exchange, E entry) {
        Optional<SourceStatus> source = sources.of(entry.source());
        boolean changeable = exchange.may(exchange.kind().role())
                && entry.writable()
                && entry.ownership() == Ownership.CONFIRMED
                && source.filter(status -> !status.fields().isEmpty()).isPresent();
        return changeable
                ? form(exchange, entry, source.orElseThrow())
                : record(exchange, entry, source.orElseGet(() -> FormSources.unknown(entry)));
    }

    private Reply form(Exchange exchange, E entry, SourceStatus source) {
        Typed typed = Typed.of(entry, source.fields());
        return page(exchange, source, Optional.of(entry), typed, entry.version(), Refused.NOTHING);
    }

    /** The form again with what was typed. */
    Reply again(Exchange exchange, SourceStatus source, Optional<E> current, Refused refused) {
        Typed typed = current.map(
                        entry -> Typed.of(exchange, source.fields()).filledFrom(Typed.of(entry, source.fields())))
                .orElseGet(() -> Typed.all(exchange, source.fields()))
                .withErrors(PasswordInput.again(exchange, refused.byVariable()));
        return page(exchange, source, current, typed, exchange.text(FormParameter.VERSION), refused);
    }

    private Reply page(
            Exchange exchange, SourceStatus source, Optional<E> entry, Typed typed, String version, Refused refused) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        String id = entry.map(DirectoryEntry::id).orElse(id(exchange));
        List<Section<FieldView>> sections = new FieldViews(screen, source, customers).toEdit(typed, entry, id);
        List<String> messages = refused.above(sections, source, screen.words());
        FormView view = new FormView(
                screen,
                false,
                id,
                entry.map(DirectoryEntry::name).orElse(""),
                source,
                List.of(),
                carried.save(screen, id).toString(),
                carried.list(screen).toString(),
                version,
                sections,
                List.of(),
                messages,
                sources.notices(screen.words(), messages),
                entry.map(e -> related(screen, e)).orElse(List.of()),
                messages.isEmpty() ? notice(exchange) : Optional.empty(),
                false,
                exchange.take(passwords),
                refused.uncertain(),
                entry.flatMap(one -> below.of(screen, one)));
        return new Reply.Page(refused.status(), new StaticTemplates().form(view));
    }

    private Reply record(Exchange exchange, E entry, SourceStatus source) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        boolean unconfirmed = entry.ownership() == Ownership.UNCONFIRMED;
        RecordView view = new RecordView(
                screen,
                entry.id(),
                entry.name(),
                name(source),
                reason(screen, entry, source),
                unconfirmed ? carried.edit(screen, entry.id()).toString() : "",
                carried.list(screen).toString(),
                new ReadRows(screen.words()).of(directory, entry),
                related(screen, entry),
                notice(exchange),
                exchange.take(passwords),
                below.of(screen, entry));
        return new Reply.Page(200, new StaticTemplates().record(view));
    }

    /** Why it is only shown. What concerns everybody comes before what concerns who asks. */
    private static String reason(Screen screen, DirectoryEntry entry, SourceStatus source) {
        if (entry.ownership() == Ownership.UNCONFIRMED) {
            return screen.text("unconfirmed");
        }
        return entry.writable() && !screen.manages()
                ? screen.kind().role().toChange(screen.words())
                : screen.text("readonly", name(source));
    }

    private List<Related> related(Screen screen, DirectoryEntry entry) {
        return Related.of(entry, screen, customers);
    }

    Reply missing(Exchange exchange, Answer<E> answer) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        int status = answer instanceof Answer.NotFound ? 404 : 503;
        List<AwaySource> away = answer.sources().stream()
                .filter(report -> !report.outcome().answered())
                .map(report -> new AwaySource(
                        sources.of(report.source()).map(EditForm::name).orElse(report.source()),
                        report.outcome(),
                        report.message()))
                .toList();
        Problem problem = new Problem(
                screen,
                status,
                screen.text("answer." + status + ".title"),
                screen.text("answer." + status),
                away,
                status == 503 ? carried.edit(screen, id(exchange)).toString() : "",
                carried.list(screen).toString());
        return new Reply.Page(status, new StaticTemplates().problem(problem));
    }

    private Optional<String> notice(Exchange exchange) {
        return exchange.filled("done")
                .filter(DONE::contains)
                .map(done -> exchange.screen().text("done." + done));
    }

    private static String name(SourceStatus source) {
        return source.name().isEmpty() ? source.slot() : source.name();
    }
}
