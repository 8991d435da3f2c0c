package org.clientele.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.clientele.Actor;
import org.clientele.StoreUnavailableException;
import org.clientele.audit.AuditOutcome;
import org.clientele.internal.Audit.Planned;

/** Rows of a matrix that are changed at once: an entry each, noted and concluded together. */
final class RecordedRows<R> {
    private final Audit audit;
    private final Actor actor;
    private final Function<R, Planned> plan;

    /** @param plan what is recorded of a row */
    RecordedRows(Audit audit, Actor actor, Function<R, Planned> plan) {
        this.audit = audit;
        this.actor = actor;
        this.plan = plan;
    }

    /**
     * Changes rows; some may meet something else than they expect.
     *
     * @param call answers the rows that were changed
     */
    <C extends Collection<R>> C change(List<R> rows, Memory.StoreCall<C> call) throws StoreUnavailableException {
        Recording recording = audit.recording(actor, rows.stream().map(plan).toList());
        audit.note(recording);
        C made = audit.storing(recording, call);
        Set<R> done = new HashSet<>(made);
        List<String> ids = recording.ids();
        List<String> doneIds = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (done.contains(rows.get(i))) {
                doneIds.add(ids.get(i));
            }
        }
        recording.conclude(doneIds, AuditOutcome.DONE, "");
        recording.conclude(ids, AuditOutcome.REFUSED, "changed by somebody else in the meantime, or one too many");
        audit.conclude(recording);
        return made;
    }
}
