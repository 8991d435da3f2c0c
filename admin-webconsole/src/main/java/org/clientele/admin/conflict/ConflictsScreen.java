package org.clientele.admin.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.SourceStatus;
import org.clientele.admin.conflict.ConflictsView.Portion;
import org.clientele.admin.conflict.ConflictsView.SectionView;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;
import org.clientele.conflict.ConflictKind;
import org.clientele.conflict.ConflictPage;
import org.clientele.conflict.Conflicts;

/** The page of conflicts: renames at once, what has to be walked for where somebody asks for it. */
public final class ConflictsScreen implements Action {
    /** The path below the screens of customer users. */
    public static final String PATH = ConflictsQuery.PATH;

    private static final Set<String> DONE = Set.of("same", "another", "finish");

    private final Conflicts conflicts;
    private final CustomerUsers users;

    public ConflictsScreen(Conflicts conflicts, CustomerUsers users) {
        this.conflicts = conflicts;
        this.users = users;
    }

    @Override
    public Reply answer(Exchange exchange) throws DirectoryException {
        return page(exchange, 200, "");
    }

    Reply page(Exchange exchange, int status, String fault) throws DirectoryException {
        Screen screen = exchange.screen();
        ConflictsQuery query = ConflictsQuery.of(exchange);
        List<SectionView> sections = new ArrayList<>();
        for (ConflictKind kind : ConflictKind.values()) {
            boolean asked = query.kind().filter(kind::equals).isPresent();
            boolean always = kind == ConflictKind.UNFINISHED_RENAME;
            sections.add(new SectionView(
                    kind,
                    asked || always ? Optional.of(portion(screen, query, kind)) : Optional.empty(),
                    ConflictsQuery.address(screen, kind, Optional.empty()) + "#" + kind.key()));
        }
        List<SourceStatus> faulty = users.sources().stream()
                .filter(source -> !source.findings().isEmpty())
                .toList();
        Optional<String> notice = fault.isEmpty()
                ? exchange.filled("done")
                        .filter(DONE::contains)
                        .map(done -> screen.words().get("conflict.done." + done))
                : Optional.empty();
        return new Reply.Page(
                status, new StaticTemplates().conflicts(new ConflictsView(screen, sections, faulty, notice, fault)));
    }

    private Portion portion(Screen screen, ConflictsQuery query, ConflictKind kind) throws InvalidInputException {
        try {
            return portion(screen, kind, query.page(conflicts, kind, ConflictsQuery.ROWS));
        } catch (InvalidInputException e) {
            throw e;
        } catch (DirectoryException e) {
            return new Portion(
                    List.of(), "", "", List.of(), true, screen.words().unavailable(e));
        }
    }

    private Portion portion(Screen screen, ConflictKind kind, ConflictPage page) {
        ConflictViews views = new ConflictViews(screen, users);
        return new Portion(
                page.conflicts().stream().map(views::of).toList(),
                kind == ConflictKind.UNFINISHED_RENAME
                        ? ""
                        : screen.words().get("conflict.walked." + kind.key(), page.walked()),
                page.next()
                        .map(next -> ConflictsQuery.address(screen, kind, Optional.of(next)) + "#" + kind.key())
                        .orElse(""),
                page.sources().stream()
                        .filter(report -> !report.outcome().answered())
                        .toList(),
                page.incomplete(),
                "");
    }
}
