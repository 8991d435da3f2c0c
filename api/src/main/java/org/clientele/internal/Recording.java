package org.clientele.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.clientele.audit.AuditOutcome;
import org.clientele.spi.store.StoredAudit;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.clientele.spi.store.StoredAudit.Intent;

/**
 * What becomes of some changes while they are made. Whoever makes them says so here, and takes along to the store what it has
 * to know: the intents before, the conclusions afterwards. For one thread.
 */
final class Recording {
    private final List<Intent> intents;
    private final Set<String> open = new HashSet<>();
    private final List<Conclusion> told = new ArrayList<>();
    private boolean noted;

    Recording(List<Intent> intents) {
        this.intents = List.copyOf(intents);
        this.intents.forEach(intent -> open.add(intent.entry().id()));
    }

    /** What the store has to note before anything is changed; nothing once it has. */
    List<Intent> intents() {
        return noted ? List.of() : intents;
    }

    /** That the store has noted the intents. */
    void noted() {
        noted = true;
    }

    /** The ids of the entries, in the order of the changes. */
    List<String> ids() {
        return intents.stream().map(intent -> intent.entry().id()).toList();
    }

    /** That all was done. */
    void done() {
        done("");
    }

    /** That all was done, or that something was against it. */
    void done(boolean all) {
        conclude(List.copyOf(open), all ? AuditOutcome.DONE : AuditOutcome.REFUSED, "");
    }

    /** @param note what there is to say about it */
    void done(String note) {
        conclude(List.copyOf(open), AuditOutcome.DONE, note);
    }

    /** That some changes came to something; whatever was said of a change first, stands. */
    void conclude(Collection<String> ids, AuditOutcome outcome, String note) {
        List<String> some = ids.stream().filter(open::remove).toList();
        if (!some.isEmpty()) {
            told.add(new Conclusion(some, outcome, AuditText.cut(note, StoredAudit.LONGEST_NOTE), Optional.empty()));
        }
    }

    /** That it came to nothing, or is not certain. */
    void failed(DirectoryException e) {
        AuditOutcome outcome = AuditOutcome.REFUSED;
        if (e instanceof UncertainException) {
            outcome = AuditOutcome.UNCERTAIN;
        } else if (e instanceof SourceUnavailableException || e instanceof StoreUnavailableException) {
            outcome = AuditOutcome.FAILED;
        }
        conclude(List.copyOf(open), outcome, note(e));
    }

    /** Why, without the values: they may be somebody else's. */
    private static String note(DirectoryException e) {
        if (e instanceof AlreadyExistsException taken) {
            return taken.variable() + (taken.momentary() ? ": being saved by somebody else" : ": exists already");
        }
        if (e instanceof InvalidInputException invalid) {
            return String.join(", ", invalid.faults().keySet()) + ": not acceptable";
        }
        return String.valueOf(e.getMessage());
    }

    /** Whether it was said of each change what became of it. */
    boolean isConcluded() {
        return open.isEmpty();
    }

    /** What the store has to be told now; each is told once. */
    List<Conclusion> conclusions() {
        List<Conclusion> untold = noted ? List.copyOf(told) : List.of();
        told.clear();
        return untold;
    }

    /** Work that changes something. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws DirectoryException;
    }

    /** Does it, and notes how it failed. That it was done is for itself to say: it knows when. */
    <T> T run(Work<T> work) throws DirectoryException {
        try {
            return work.run();
        } catch (DirectoryException e) {
            failed(e);
            throw e;
        }
    }
}
