package org.clientele.spi;

import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.osgi.annotation.versioning.ConsumerType;

/** A source of customer users that knows their passwords, or knows whom to ask about them. */
@ConsumerType
public interface AuthenticatingSource {

    /**
     * Whether a customer user may sign in with this password. The directory asks for the owner of a login alone; for a login
     * that nobody owns it asks with an id that no storage has, for the sake of the time that this takes.
     *
     * <p>The answer is the storage's own at this moment, never a remembered one. It is no, after about the same work as for
     * a wrong password, for a record that is not valid, for one without a password and for an id that the storage does not
     * have: whoever tries logins learns nothing from it. A stored password that would take minutes to check is none. The
     * call writes no log line from which the password or its stored form could be seen.
     *
     * @param id the login as the storage has it
     * @throws SourceUnavailableException if that is not known
     */
    boolean authenticate(String id, Password password, Deadline deadline) throws SourceUnavailableException;
}
