package org.clientele.admin.form;

import java.util.Map;
import java.util.Optional;
import org.clientele.Addition;
import org.clientele.Directory;
import org.clientele.DirectoryEntry;
import org.clientele.DirectoryException;
import org.clientele.Password;
import org.clientele.SourceStatus;
import org.clientele.UncertainException;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Role;
import org.clientele.field.Fields;

/**
 * Adds a record. Whoever gets no password from the administrator gets a generated one, or none if the
 * administrator may not set passwords.
 */
public final class AddAction<E extends DirectoryEntry> implements Action {
    private final Directory<E> directory;
    private final AddForm<E> form;
    private final EditForm<E> next;
    private final GeneratedPasswords passwords;
    private final PreferenceFields preferences;

    /** @param next the form of a record that was added, but not all that is kept beside it */
    public AddAction(
            Directory<E> directory,
            AddForm<E> form,
            EditForm<E> next,
            GeneratedPasswords passwords,
            PreferenceFields preferences) {
        this.directory = directory;
        this.form = form;
        this.next = next;
        this.passwords = passwords;
        this.preferences = preferences;
    }

    @Override
    public Reply answer(Exchange exchange) {
        SourceStatus source = form.sent(exchange);
        if (exchange.given(FormParameter.SWITCH).isPresent()) {
            return form.switched(exchange, source);
        }
        Typed typed = Typed.of(exchange, source.fields());
        if (exchange.stalePost()) {
            return form.again(
                    exchange, source, Refused.page(403, exchange.words().get("form.stale.token")));
        }
        try {
            Optional<Refused> unfit = PasswordInput.refused(exchange, typed);
            if (unfit.isEmpty()) {
                unfit = preferences.refused(exchange, Optional.empty());
            }
            return unfit.isPresent()
                    ? form.again(exchange, source, unfit.get())
                    : added(exchange, source, add(exchange, source, typed));
        } catch (DirectoryException e) {
            return form.again(exchange, source, Refused.of(e, source, exchange));
        }
    }

    /** The record is there, whatever becomes of the rest. */
    private Reply added(Exchange exchange, SourceStatus source, String id) {
        try {
            preferences.save(exchange, id, preferences.changed(exchange));
            return new Reply.Redirect(Carried.of(exchange).next(exchange, id, "added"));
        } catch (DirectoryException e) {
            return next.halfSaved(exchange, id, Refused.of(e, source, exchange));
        }
    }

    private String add(Exchange exchange, SourceStatus source, Typed typed) throws DirectoryException {
        Optional<Password> chosen = Typed.password(exchange);
        Optional<Password> generated = chosen.isEmpty() && exchange.may(Role.SET_PASSWORDS) && hasPassword(source)
                ? Optional.of(Password.generate())
                : Optional.empty();
        Map<String, String> values = typed.values();
        Addition addition = new Addition(source.slot(), values, chosen.or(() -> generated), exchange.actor());
        try {
            String id = directory.add(addition).id();
            generated.ifPresent(password -> passwords.keep(exchange.administrator(), id, password));
            return id;
        } catch (UncertainException | RuntimeException | LinkageError e) {
            // The record may be there all the same; then nobody else knows its password.
            generated.ifPresent(password -> passwords.keep(exchange.administrator(), name(exchange, values), password));
            throw e;
        }
    }

    /** What a record is called whose login may not be known yet. */
    private static String name(Exchange exchange, Map<String, String> values) {
        String id = values.getOrDefault(exchange.kind().idVariable(), "");
        return id.isEmpty() ? values.getOrDefault(Fields.EMAIL, "") : id;
    }

    private static boolean hasPassword(SourceStatus source) {
        return source.fields().stream().anyMatch(field -> field.variable().equals(Fields.PASSWORD));
    }
}
