package org.clientele.admin.form;

import java.util.List;
import org.clientele.DirectoryEntry;
import org.clientele.SourceStatus;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Screen;

/** The page on which somebody chooses between two states of a customer user or a customer. */
final class ConflictPage {
    private ConflictPage() {}

    /** A record was changed while its form was open. */
    static Reply stale(Exchange exchange, SourceStatus source, DirectoryEntry current) {
        Conflict conflict = conflict(exchange, source, current);
        return conflict.isVoid()
                ? new Reply.Redirect(Carried.of(exchange).next(exchange, current.id(), "unchanged"))
                : page(exchange, source, current, 409, List.of());
    }

    /** The page again, since something is wrong with what was sent. */
    static Reply again(Exchange exchange, SourceStatus source, DirectoryEntry current, Refused refused) {
        return page(exchange, source, current, refused.status(), refused.messages());
    }

    private static Reply page(
            Exchange exchange, SourceStatus source, DirectoryEntry current, int status, List<String> messages) {
        Screen screen = exchange.screen();
        Carried carried = Carried.of(exchange);
        Conflict conflict = conflict(exchange, source, current);
        ConflictView view = new ConflictView(
                screen,
                current.name().isEmpty() ? current.id() : current.name(),
                carried.list(screen).toString(),
                carried.save(screen, current.id()).toString(),
                carried.edit(screen, current.id()).toString(),
                current.version(),
                source.slot(),
                conflict.differences(new SourceText(source, screen.words())),
                conflict.hidden(),
                PasswordInput.typed(exchange),
                messages);
        return new Reply.Page(status, new StaticTemplates().conflict(view));
    }

    private static Conflict conflict(Exchange exchange, SourceStatus source, DirectoryEntry current) {
        return new Conflict(exchange, Typed.of(current, source.fields()));
    }
}
