package org.clientele.admin.conflict;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.DirectoryException;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Links;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Screen;
import org.clientele.conflict.ConflictKind;
import org.clientele.conflict.ConflictPage;
import org.clientele.conflict.Conflicts;

/**
 * Which conflicts are asked for.
 *
 * @param kind the kind, empty for none
 * @param after where the portion before ended, empty for the first one
 */
record ConflictsQuery(Optional<ConflictKind> kind, Optional<String> after) {
    static final String PATH = "/conflicts";
    static final String KIND = "kind";
    static final String AFTER = "after";
    /** So many are a page that somebody works through. */
    static final int ROWS = 50;

    static ConflictsQuery of(Exchange exchange) {
        Optional<String> key = exchange.filled(KIND);
        Optional<ConflictKind> kind = key.flatMap(ConflictKind::of);
        if (key.isPresent() && kind.isEmpty()) {
            throw badKind(exchange);
        }
        return new ConflictsQuery(kind, exchange.filled(AFTER));
    }

    ConflictKind required(Exchange exchange) {
        return kind.orElseThrow(() -> badKind(exchange));
    }

    ConflictPage page(Conflicts conflicts, ConflictKind asked, int limit) throws DirectoryException {
        return conflicts.find(asked, after, limit);
    }

    static String address(Screen screen, ConflictKind kind, Optional<String> after) {
        return Links.to(screen.home() + PATH)
                .with(KIND, kind.key())
                .with(AFTER, after.orElse(""))
                .toString();
    }

    private static Refusal badKind(Exchange exchange) {
        String kinds = Stream.of(ConflictKind.values()).map(ConflictKind::key).collect(Collectors.joining(", "));
        return new Refusal(422, exchange.words().get("bad.kind", kinds));
    }
}
