package org.clientele.admin.form;

import java.util.Map;
import java.util.Optional;
import org.clientele.Answer;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;

/** Saves the preferences of a record that itself cannot be changed. */
public final class PreferencesAction<E extends DirectoryEntry> implements Action {
    private final Directory<E> directory;
    private final EditForm<E> form;
    private final PreferenceFields preferences;

    public PreferencesAction(Directory<E> directory, EditForm<E> form, PreferenceFields preferences) {
        this.directory = directory;
        this.form = form;
        this.preferences = preferences;
    }

    @Override
    public Reply answer(Exchange exchange) {
        Answer<E> answer = directory.ask(EditForm.id(exchange));
        return answer.entry().map(entry -> answer(exchange, entry)).orElseGet(() -> form.missing(exchange, answer));
    }

    private Reply answer(Exchange exchange, E entry) {
        if (exchange.stalePost()) {
            return form.recordAgain(
                    exchange, entry, Refused.page(403, exchange.words().get("form.stale.token")));
        }
        try {
            Optional<Refused> unfit = preferences.refused(exchange, Optional.of(entry.id()));
            if (unfit.isPresent()) {
                return form.recordAgain(exchange, entry, unfit.get());
            }
            Map<String, String> changed = preferences.changed(exchange);
            preferences.save(exchange, entry.id(), changed);
            String done = changed.isEmpty() ? "unchanged" : "saved";
            return new Reply.Redirect(Carried.of(exchange).next(exchange, entry.id(), done));
        } catch (DirectoryException e) {
            return form.recordAgain(exchange, entry, Refused.of(e, form.source(entry), exchange));
        }
    }
}
