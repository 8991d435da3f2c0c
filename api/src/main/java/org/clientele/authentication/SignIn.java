package org.clientele.authentication;

import java.util.List;
import org.clientele.CustomerUser;
import org.clientele.SourceReport;

/** The answer to somebody who wants to sign in. */
public sealed interface SignIn {

    /**
     * Login and password are right.
     *
     * @param customerUser who signed in; go on with his login as it stands there, not as it was typed
     */
    record Accepted(CustomerUser customerUser) implements SignIn {}

    /** Login or password is wrong, or the customer user may not sign in: which of these is nobody's business. */
    record Refused() implements SignIn {}

    /**
     * It is not known at the moment.
     *
     * @param message a sentence for people: what is away
     * @param sources what became of each source that was asked
     */
    record Unavailable(String message, List<SourceReport> sources) implements SignIn {
        public Unavailable {
            sources = List.copyOf(sources);
        }
    }
}
