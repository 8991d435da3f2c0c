package org.clientele.authentication;

import org.osgi.annotation.versioning.ProviderType;

/** Tells who may sign in. An OSGi service; any thread may call. */
@ProviderType
public interface Authentication {

    /**
     * Checks a login and a password as somebody typed them, with the sources themselves: nothing is remembered. Only the
     * source that owns the login is asked about the password, the same login in a later source signs nobody in.
     *
     * <p>An unknown login, a wrong password, a customer user who is not valid, has no password or belongs to a source that
     * knows none: all are {@link SignIn.Refused}, after about the same work. A source that is away makes the answer
     * {@link SignIn.Unavailable} where it could own the login, and so does the directory's own store.
     *
     * @param login any text; case matters as the settings of the owner's source say
     * @param password any text; an empty one, one of more than 1000 characters and one with a NUL are refused
     */
    SignIn signIn(String login, String password);
}
