package org.clientele.admin.form;

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

    public EditAction(Directory<E> directory, EditForm<E> form) {
        this.directory = directory;
        this.form = form;
        this.sources = new FormSources(directory);
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
        if (Conflict.isOpen(exchange)) {
            return stopped(exchange, source, answer, 422, exchange.words().get("conflict.open"));
        }
        Optional<Refused> unfit = PasswordInput.refused(exchange, typed);
        if (unfit.isPresent()) {
            return again(exchange, source, unfit.get());
        }
        try {
            return save(exchange, id, version, source, typed);
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
        if (changed.isEmpty() && password.isEmpty()) {
            return done(exchange, id, "unchanged");
        }
        E saved = directory.update(new Change(id, changed, password, Optional.of(version), exchange.actor()));
        return done(exchange, saved.id(), "saved");
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
                .filter(any -> Conflict.isBeingSolved(exchange))
                .map(current -> ConflictPage.again(exchange, source, current, refused))
                .orElseGet(() -> again(exchange, source, refused));
    }

    private Reply again(Exchange exchange, SourceStatus source, Refused refused) {
        return form.again(exchange, source, directory.ask(EditForm.id(exchange)).entry(), refused);
    }

    private Reply stale(Exchange exchange, String id, SourceStatus source, StaleException cause) {
        return directory
                .ask(id)
                .entry()
                .map(current -> ConflictPage.stale(exchange, source, current))
                .orElseGet(() -> again(exchange, source, Refused.of(cause, source, exchange)));
    }
}
