package org.clientele.admin.conflict;

import java.util.List;
import java.util.Optional;
import org.clientele.SourceReport;
import org.clientele.SourceStatus;
import org.clientele.admin.web.Screen;
import org.clientele.conflict.ConflictKind;

/**
 * The page of conflicts, ready to be shown.
 *
 * @param screen what stands around it
 * @param sections one for each kind
 * @param faulty the sources with findings
 * @param notice what was decided, empty for nothing
 * @param fault why nothing was decided, empty for nothing
 */
public record ConflictsView(
        Screen screen, List<SectionView> sections, List<SourceStatus> faulty, Optional<String> notice, String fault) {
    public ConflictsView {
        sections = List.copyOf(sections);
        faulty = List.copyOf(faulty);
    }

    /** Where decisions are sent to. */
    public String action() {
        return screen.home() + ConflictsQuery.PATH;
    }

    /**
     * The conflicts of a kind.
     *
     * @param kind the kind
     * @param portion what was found, empty if nobody has looked yet
     * @param look where to look for them
     */
    public record SectionView(ConflictKind kind, Optional<Portion> portion, String look) {}

    /**
     * A portion that was looked through.
     *
     * @param conflicts what was found
     * @param walked in words how far it is
     * @param next where to go on, empty at the end
     * @param missing the sources that could not be asked
     * @param incomplete whether something may be missing
     * @param away why nothing could be found out, empty if it could
     */
    public record Portion(
            List<ConflictView> conflicts,
            String walked,
            String next,
            List<SourceReport> missing,
            boolean incomplete,
            String away) {
        public Portion {
            conflicts = List.copyOf(conflicts);
            missing = List.copyOf(missing);
        }
    }
}
