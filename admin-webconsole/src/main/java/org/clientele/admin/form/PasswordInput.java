package org.clientele.admin.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clientele.admin.web.Exchange;
import org.clientele.field.Fields;

/** What has to be said about a typed password: it is the one value that a form never shows again. */
final class PasswordInput {
    private static final int MOST = 1000;

    private PasswordInput() {}

    /** Values that are too long to be handed on, empty if there are none. */
    static Optional<Refused> refused(Exchange exchange, Typed typed) {
        Map<String, String> errors = new LinkedHashMap<>(typed.errors());
        if (exchange.text(Fields.PASSWORD).length() > MOST) {
            errors.put(Fields.PASSWORD, exchange.words().get("bad.password", MOST));
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(Refused.fields(errors));
    }

    /** Asks to type it again if the form comes back for another reason. */
    static Map<String, String> again(Exchange exchange, Map<String, String> errors) {
        if (exchange.filled(Fields.PASSWORD).isEmpty() || errors.containsKey(Fields.PASSWORD)) {
            return errors;
        }
        Map<String, String> all = new LinkedHashMap<>(errors);
        all.put(Fields.PASSWORD, exchange.words().get("form.password.again"));
        return all;
    }
}
