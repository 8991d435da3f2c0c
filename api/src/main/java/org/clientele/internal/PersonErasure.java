package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.StoreUnavailableException;
import org.clientele.internal.Subjects.Subject;
import org.clientele.privacy.KeptData;
import org.clientele.spi.store.KeptPersons.Amounts;
import org.clientele.spi.store.Owner;

/** Wipes what the directory itself keeps of a person. Each step may be repeated. */
final class PersonErasure {
    /** What the audit says in place of a personal value. */
    private static final String MARK = "…";

    /** By which it names somebody who was gone before. */
    private static final String FORMER = "anonymised";

    private final Memory memory;

    PersonErasure(Memory memory) {
        this.memory = memory;
    }

    /** How much there is; nothing of somebody of whom it is not clear who he is. */
    KeptData extent(Subject subject) throws StoreUnavailableException {
        List<Long> former = subject.former();
        List<Long> all = new ArrayList<>(former);
        subject.owner().map(Owner::id).ifPresent(all::add);
        Amounts amounts = memory.look(s -> s.persons().amounts(all));
        return new KeptData(
                amounts.preferences(),
                amounts.tokens(),
                amounts.permissions(),
                amounts.assignments(),
                former.size(),
                entries(subject));
    }

    private int entries(Subject subject) throws StoreUnavailableException {
        return subject.suspended().isPresent()
                ? 0
                : memory.look(s -> s.audit()
                        .count(subject.owner().map(Owner::id), Set.of(subject.login()), KeptData.MOST_COUNTED));
    }

    /** @param newLogin by which the audit names the person from now on */
    void erase(Subject subject, String newLogin) throws StoreUnavailableException {
        List<Long> former = subject.former();
        memory.change(s -> s.persons().forget(former));
        if (subject.owner().isPresent()) {
            long reference = subject.owner().get().id();
            memory.change(s -> s.persons().erase(reference));
        }
        for (long person : former) {
            rewrite(Optional.of(person), Set.of(), FORMER);
        }
        rewrite(subject.owner().map(Owner::id), Set.of(subject.login()), newLogin);
    }

    /** In as many calls as it takes: the time of each is bounded. */
    private void rewrite(Optional<Long> person, Set<String> logins, String name) throws StoreUnavailableException {
        Optional<String> next = Optional.empty();
        do {
            Optional<String> after = next;
            next = memory.change(s -> s.audit().rewrite(person, logins, name, MARK, after))
                    .next();
        } while (next.isPresent());
    }
}
