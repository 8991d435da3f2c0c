package org.clientele.admin.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clientele.Password;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Role;
import org.clientele.field.Fields;

/** What has to be said about a typed password: it is the one value that a form never shows again. */
final class PasswordInput {
    private static final int MOST = 1000;

    private PasswordInput() {}

    /** Values that cannot be handed on: too long, or a password that is none or not allowed; empty if there are none. */
    static Optional<Refused> refused(Exchange exchange, Typed typed) {
        if (exchange.filled(Fields.PASSWORD).isPresent() && !exchange.may(Role.SET_PASSWORDS)) {
            return Optional.of(Refused.page(403, Role.SET_PASSWORDS.lacking(exchange.words())));
        }
        Map<String, String> errors = new LinkedHashMap<>(typed.errors());
        exchange.filled(Fields.PASSWORD)
                .flatMap(text -> fault(text, exchange.words()))
                .ifPresent(fault -> errors.put(Fields.PASSWORD, fault));
        return errors.isEmpty() ? Optional.empty() : Optional.of(Refused.fields(errors));
    }

    /** Whether one was typed by somebody who may set it. */
    static boolean typed(Exchange exchange) {
        return exchange.may(Role.SET_PASSWORDS)
                && exchange.filled(Fields.PASSWORD).isPresent();
    }

    private static Optional<String> fault(String text, Words words) {
        if (text.length() > MOST) {
            return Optional.of(words.get("bad.password", MOST));
        }
        try {
            Password.of(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(words.get("bad.password.characters"));
        }
    }

    /** Asks to type it again if the form comes back for another reason. */
    static Map<String, String> again(Exchange exchange, Map<String, String> errors) {
        if (!typed(exchange) || errors.containsKey(Fields.PASSWORD)) {
            return errors;
        }
        Map<String, String> all = new LinkedHashMap<>(errors);
        all.put(Fields.PASSWORD, exchange.words().get("form.password.again"));
        return all;
    }
}
