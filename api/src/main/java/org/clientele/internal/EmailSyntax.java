package org.clientele.internal;

import java.util.Locale;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.EmailValidator;

/**
 * Whether a text looks like an e-mail address. Any top-level domain will do: companies have their own ({@code .intern},
 * {@code .corp}), and the library's list of public ones is as old as the library.
 */
final class EmailSyntax extends EmailValidator {
    private static final long serialVersionUID = 1L;
    private static final String TOP_LEVEL = "[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    EmailSyntax() {
        super(true, true, DomainValidator.getInstance(true));
    }

    @Override
    protected boolean isValidDomain(String domain) {
        // an address in brackets is nobody's mail domain, and checking it needs more of the library than is embedded
        return !domain.startsWith("[") && (super.isValidDomain(domain) || isValidButForItsTopLevel(domain));
    }

    private boolean isValidButForItsTopLevel(String domain) {
        int dot = domain.lastIndexOf('.');
        return dot > 0
                && domain.substring(dot + 1).toLowerCase(Locale.ROOT).matches(TOP_LEVEL)
                && super.isValidDomain(domain.substring(0, dot) + ".com");
    }
}
