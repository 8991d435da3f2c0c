package org.clientele.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditSubject;
import org.clientele.spi.store.AuditId;
import org.clientele.spi.store.StoredAudit;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.clientele.spi.store.StoredAudit.Intent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records changes: what is to be done before it is done, what became of it afterwards. Nothing is changed without. */
final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final Memory memory;
    private final Clock clock = Clock.systemUTC();

    Audit(Memory memory) {
        this.memory = memory;
    }

    /**
     * A change that is to be made.
     *
     * @param other see {@link AuditEntry#other}
     * @param source see {@link AuditEntry#source}
     * @param person the reference of the customer user whom it is about, if it is known
     */
    record Planned(
            AuditAction action,
            AuditSubject subject,
            Optional<AuditSubject> other,
            String source,
            List<AuditChange> changes,
            Optional<Long> person) {

        /** A change of something that the store itself keeps, and that is not about a person. */
        static Planned of(AuditAction action, AuditSubject subject, List<AuditChange> changes) {
            return new Planned(action, subject, Optional.empty(), "", changes, Optional.empty());
        }
    }

    /** Makes a recording of changes; the store knows nothing of them yet. */
    Recording recording(Actor actor, List<Planned> planned) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Actor cut = new Actor(
                AuditText.cut(actor.name(), StoredAudit.LONGEST_ID),
                actor.door(),
                AuditText.cut(actor.address(), StoredAudit.LONGEST_NAME));
        return new Recording(planned.stream().map(one -> intent(now, cut, one)).toList());
    }

    private static Intent intent(Instant now, Actor actor, Planned planned) {
        AuditEntry entry = new AuditEntry(
                AuditId.next(now),
                now,
                actor,
                planned.action(),
                cut(planned.subject()),
                planned.other().map(Audit::cut),
                AuditText.cut(planned.source(), StoredAudit.LONGEST_NAME),
                AuditText.cut(planned.changes()),
                AuditOutcome.INTENDED,
                "");
        return new Intent(entry, planned.person());
    }

    private static AuditSubject cut(AuditSubject subject) {
        return new AuditSubject(subject.entity(), AuditText.cut(subject.id(), StoredAudit.LONGEST_ID));
    }

    /**
     * Has the store change what it keeps itself, and says so if it is not certain that it did.
     *
     * @param recording noted before
     */
    <T> T storing(Recording recording, Memory.StoreCall<T> call) throws StoreUnavailableException {
        try {
            return memory.change(call);
        } catch (StoreUnavailableException e) {
            recording.conclude(recording.ids(), AuditOutcome.UNCERTAIN, String.valueOf(e.getMessage()));
            conclude(recording);
            throw e;
        }
    }

    /** Records what was done already. */
    void record(Actor actor, Planned planned, String note) {
        Recording recording = recording(actor, List.of(planned));
        try {
            note(recording);
            recording.done(note);
        } catch (StoreUnavailableException e) {
            LOG.warn("The store could not be told of a change that was finished", e);
        }
        conclude(recording);
    }

    /** Has the store note what is to be done. */
    void note(Recording recording) throws StoreUnavailableException {
        List<Intent> intents = recording.intents();
        if (!intents.isEmpty()) {
            memory.change(s -> {
                s.audit().intend(intents);
                return true;
            });
            recording.noted();
        }
    }

    /** Tells the store what became of it. What was done is done: that the store cannot be told must not look otherwise. */
    void conclude(Recording recording) {
        List<Conclusion> conclusions = recording.conclusions();
        if (conclusions.isEmpty()) {
            return;
        }
        try {
            memory.change(s -> {
                s.audit().conclude(conclusions);
                return true;
            });
        } catch (StoreUnavailableException e) {
            LOG.warn("The store could not be told what became of a change; its audit says that it was intended", e);
        }
    }
}
