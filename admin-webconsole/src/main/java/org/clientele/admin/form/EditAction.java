package org.clientele.admin.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.Password;
import org.clientele.SourceStatus;
import org.clientele.StaleException;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.field.Field;

/** Changes a record: the fields that somebody touched, no others. */
public final class EditAction<E extends DirectoryEntry> implements Action {
    private final Directory<E> directory;
    private final EditForm<E> form;
    private final FormSources sources;
    private final PreferenceFields preferences;
    private final Saving<E> saving;

    public EditAction(Directory<E> directory, EditForm<E> form, PreferenceFields preferences, Saving<E> saving) {
        this.directory = directory;
        this.form = form;
        this.sources = new FormSources(directory);
        this.preferences = preferences;
        this.saving = saving;
    }

    @Override
    public Reply answer(Exchange exchange) {
        String id = EditForm.id(exchange);
        Answer<E> answer = directory.ask(id);
        Optional<SourceStatus> named = source(exchange, answer);
        if (named.isEmpty()) {
            return form.missing(exchange, answer);
        }
        return answer(exchange, id, answer, FormSources.toEdit(named.get(), exchange));
    }

    private Reply answer(Exchange exchange, String id, Answer<E> answer, SourceStatus source) {
        Typed typed = Typed.of(exchange, source.fields());
        if (exchange.stalePost()) {
            return stopped(exchange, source, answer, 403, exchange.words().get("form.stale.token"));
        }
        if (answer instanceof Answer.NotFound) {
            return again(exchange, source, Refused.page(404, exchange.screen().text("answer.404")));
        }
        if (sources.of(source.slot()).isEmpty()) {
            return again(exchange, source, Refused.page(422, exchange.words().get("bad.slot")));
        }
        String version = exchange.filled(FormParameter.VERSION)
                .orElseThrow(() -> new Refusal(422, exchange.words().get("bad.missing", FormParameter.VERSION)));
        if (Collision.isOpen(exchange)) {
            return stopped(exchange, source, answer, 422, exchange.words().get("collision.open"));
        }
        try {
            Optional<Refused> unfit = PasswordInput.refused(exchange, typed);
            if (unfit.isEmpty()) {
                unfit = preferences.refused(exchange, Optional.of(id));
            }
            return unfit.isPresent()
                    ? again(exchange, source, unfit.get())
                    : save(exchange, id, version, source, typed);
        } catch (StaleException e) {
            return stale(exchange, id, source, e);
        } catch (DirectoryException e) {
            return again(exchange, source, Refused.of(e, source, exchange));
        }
    }

    private Reply save(Exchange exchange, String id, String version, SourceStatus source, Typed typed)
            throws DirectoryException {
        Map<String, String> changed = typed.changed();
        if (!source.renames()) {
            changed.remove(exchange.kind().idVariable());
        }
        source.fields().stream().filter(Field::readOnly).map(Field::variable).forEach(changed::remove);
        Optional<Password> password = Typed.password(exchange);
        Map<String, String> beside = preferences.changed(exchange);
        if (changed.isEmpty() && password.isEmpty()) {
            preferences.save(exchange, id, beside);
            return done(exchange, id, beside.isEmpty() ? "unchanged" : "saved");
        }
        Change change = new Change(id, changed, password, Optional.of(version), exchange.actor());
        List<String> ahead = saving.ahead(exchange, change);
        return ahead.isEmpty()
                ? saved(exchange, source, saving.save(exchange, change).id(), beside)
                : form.ahead(exchange, source, directory.ask(id).entry(), typed, ahead);
    }

    /** The record is saved, whatever becomes of the rest. */
    private Reply saved(Exchange exchange, SourceStatus source, String id, Map<String, String> beside) {
        try {
            preferences.save(exchange, id, beside);
            return done(exchange, id, "saved");
        } catch (DirectoryException e) {
            return form.halfSaved(exchange, id, Refused.of(e, source, exchange));
        }
    }

    private static Reply done(Exchange exchange, String id, String done) {
        return new Reply.Redirect(Carried.of(exchange).next(exchange, id, done));
    }

    /** The form names its source; without that, whoever has the record does, which may be nobody. */
    private Optional<SourceStatus> source(Exchange exchange, Answer<E> answer) {
        return exchange.filled(FormParameter.SOURCE)
                .or(() -> answer.entry().map(DirectoryEntry::source))
                .map(slot -> sources.of(slot).orElseGet(() -> FormSources.unknown(slot)));
    }

    /** The page that was sent, be it the form or the choice between two values. */
    private Reply stopped(Exchange exchange, SourceStatus source, Answer<E> answer, int status, String message) {
        Refused refused = Refused.page(status, message);
        return answer.entry()
                .filter(any -> Collision.isBeingSolved(exchange))
                .map(current -> CollisionPage.again(exchange, source, current, refused))
                .orElseGet(() -> again(exchange, source, refused));
    }

    private Reply again(Exchange exchange, SourceStatus source, Refused refused) {
        return form.again(exchange, source, directory.ask(EditForm.id(exchange)).entry(), refused);
    }

    private Reply stale(Exchange exchange, String id, SourceStatus source, StaleException cause) {
        return directory
                .ask(id)
                .entry()
                .map(current -> CollisionPage.stale(exchange, source, current))
                .orElseGet(() -> again(exchange, source, Refused.of(cause, source, exchange)));
    }
}
