package org.clientele.admin.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Answer;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.Ownership;
import org.clientele.SourceStatus;
import org.clientele.admin.form.PreferenceFields.Shown;
import org.clientele.admin.list.CustomerChoice;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.OneTimeNotices;
import org.clientele.admin.web.Problem;
import org.clientele.admin.web.Problem.AwaySource;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** A record: as a form where it can be changed, as text with the reason where it cannot. */
public final class EditForm<E extends DirectoryEntry> implements Action {
    private static final Set<String> DONE =
            Set.of("added", "saved", "unchanged", "disabled", "enabled", "anonymised", "forgotten");

    private final Directory<E> directory;
    private final FormSources sources;
    private final CustomerChoice customers;
    private final GeneratedPasswords passwords;
    private final PreferenceFields preferences;
    private final OneTimeNotices told;
    private final Below<E> below;

    public EditForm(
            Directory<E> directory,
            CustomerChoice customers,
            GeneratedPasswords passwords,
            OneTimeNotices told,
            PreferenceFields preferences,
            Below<E> below) {
        this.directory = directory;
        this.sources = new FormSources(directory);
        this.customers = customers;
        this.passwords = passwords;
        this.preferences = preferences;
        this.told = told;
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
                : record(exchange, entry, preferences.stored(exchange, source(entry), entry.id()), Refused.NOTHING, "");
    }

    SourceStatus source(E entry) {
        return sources.of(entry.source()).orElseGet(() -> FormSources.unknown(entry));
    }

    /** The record again, with the reason why the person was not disabled. */
    Reply notDisabled(Exchange exchange, int status, String fault) {
        Answer<E> answer = directory.ask(id(exchange));
        if (answer.entry().isEmpty()) {
            return missing(exchange, answer);
        }
        E entry = answer.entry().get();
        Shown beside = preferences.stored(exchange, source(entry), entry.id());
        return record(
                exchange,
                entry,
                beside,
                new Refused(status, Map.of(), List.of(), Refused.Outcome.NOTHING_SAVED),
                fault);
    }

    private Reply form(Exchange exchange, E entry, SourceStatus source) {
        Typed typed = Typed.of(entry, source.fields());
        Shown beside = preferences.stored(exchange, source, entry.id());
        return page(exchange, source, Optional.of(entry), typed, beside, entry.version(), Refused.NOTHING);
    }

    /** The form with what was typed, and what follows from it if it is saved. */
    Reply ahead(Exchange exchange, SourceStatus source, Optional<E> current, Typed typed, List<String> sentences) {
        String id = current.map(DirectoryEntry::id).orElseGet(() -> id(exchange));
        Shown beside = preferences.again(exchange, source, id, Map.of());
        Typed again = typed.withErrors(PasswordInput.again(exchange, Map.of()));
        String version = exchange.text(FormParameter.VERSION);
        return page(exchange, source, current, again, beside, version, Refused.NOTHING, sentences);
    }

    /** The form of a record that was saved, with the preferences that were not. */
    Reply halfSaved(Exchange exchange, String id, Refused refused) {
        Answer<E> answer = directory.ask(id);
        Optional<E> entry = answer.entry();
        if (entry.isEmpty()) {
            return missing(exchange, answer);
        }
        SourceStatus source = source(entry.get());
        Typed typed = Typed.of(entry.get(), source.fields());
        Shown beside = preferences.again(exchange, source, id, refused.byVariable());
        return page(exchange, source, entry, typed, beside, entry.get().version(), refused.behindRecord());
    }

    /** The form again with what was typed. */
    Reply again(Exchange exchange, SourceStatus source, Optional<E> current, Refused refused) {
        Typed typed = current.map(
                        entry -> Typed.of(exchange, source.fields()).filledFrom(Typed.of(entry, source.fields())))
                .orElseGet(() -> Typed.all(exchange, source.fields()))
                .withErrors(PasswordInput.again(exchange, refused.byVariable()));
        String id = current.map(DirectoryEntry::id).orElseGet(() -> id(exchange));
        Shown beside = preferences.again(exchange, source, id, refused.byVariable());
        return page(exchange, source, current, typed, beside, exchange.text(FormParameter.VERSION), refused);
    }

    private Reply page(
            Exchange exchange,
            SourceStatus source,
            Optional<E> entry,
            Typed typed,
            Shown beside,
            String version,
            Refused refused) {
        return page(exchange, source, entry, typed, beside, version, refused, List.of());
    }

    private Reply page(
            Exchange exchange,
            SourceStatus source,
            Optional<E> entry,
            Typed typed,
            Shown beside,
            String version,
            Refused refused,
            List<String> ahead) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        String id = entry.map(DirectoryEntry::id).orElseGet(() -> id(exchange));
        List<Section<FieldView>> sections =
                beside.behind(new FieldViews(screen, source, customers).toEdit(typed, entry, id));
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
                notices(screen, beside, messages),
                entry.map(e -> related(screen, e)).orElse(List.of()),
                messages.isEmpty() ? notice(exchange) : Optional.empty(),
                exchange.take(told, id),
                ahead,
                typed.value(exchange.kind().idVariable()),
                false,
                exchange.take(passwords),
                refused.title(screen.words(), false, sections, messages),
                entry.flatMap(one -> DisabledView.of(one, screen, carried, "", "")),
                entry.flatMap(one -> below.of(screen, one)));
        return new Reply.Page(refused.status(), new StaticTemplates().form(view));
    }

    private List<String> notices(Screen screen, Shown beside, List<String> messages) {
        List<String> all = new ArrayList<>(sources.notices(screen.words(), messages));
        beside.notice().ifPresent(all::add);
        return all;
    }

    /** A record that cannot be changed, with the preferences that were sent. */
    Reply recordAgain(Exchange exchange, E entry, Refused refused) {
        Shown beside = preferences.again(exchange, source(entry), entry.id(), refused.byVariable());
        return record(exchange, entry, beside, refused, "");
    }

    private Reply record(Exchange exchange, E entry, Shown beside, Refused refused, String fault) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        SourceStatus source = source(entry);
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
                refused.messages().isEmpty() ? notice(exchange) : Optional.empty(),
                exchange.take(passwords),
                beside.section(),
                beside.notice(),
                carried.preferences(screen, entry.id()).toString(),
                refused.messages(),
                refused.title(screen.words(), false, beside.section().stream().toList(), refused.messages()),
                DisabledView.of(entry, screen, carried, exchange.text(DisableAction.COMMENT), fault),
                below.of(screen, entry));
        return new Reply.Page(refused.status(), new StaticTemplates().record(view));
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
