package org.clientele.admin;

import java.time.Instant;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.DisabledHere;
import org.clientele.InvalidInputException;
import org.clientele.LocalDisabling;
import org.clientele.access.Holder;

/** Marks in memory. */
final class MemoryDisabling implements LocalDisabling {
    private final MemoryUsers users;
    private final MemoryStore store;

    MemoryDisabling(MemoryUsers users, MemoryStore store) {
        this.users = users;
        this.store = store;
    }

    @Override
    public CustomerUser disable(String login, String comment, Actor actor) throws DirectoryException {
        CustomerUser user = required(login);
        if (user.writable()) {
            throw new InvalidInputException("login", "The source takes changes.");
        }
        if (comment.codePointCount(0, comment.length()) > LONGEST_COMMENT) {
            throw new InvalidInputException("comment", "The comment is too long.");
        }
        users.disabled.put(user.login(), new DisabledHere(Instant.ofEpochSecond(1_700_000_000), actor.name(), comment));
        return required(login);
    }

    @Override
    public CustomerUser enable(String login, Actor actor) throws DirectoryException {
        users.disabled.remove(required(login).login());
        return required(login);
    }

    private CustomerUser required(String login) throws DirectoryException {
        store.check();
        store.require(new Holder.CustomerUser(login));
        return users.find(login).entry().orElseThrow();
    }
}
