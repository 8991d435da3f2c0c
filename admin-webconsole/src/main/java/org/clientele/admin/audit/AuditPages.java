package org.clientele.admin.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.StoreUnavailableException;
import org.clientele.admin.list.JsonShape;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Screen;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditLog;
import org.clientele.audit.AuditPage;
import org.clientele.customer.Customers;

/** The audit: as a page, as JSON, and as a file. */
public final class AuditPages {
    /** What stands in place of a personal value that somebody may not read. */
    private static final String MARK = "•••";

    private static final int ROWS = 50;

    private final AuditLog log;
    private final CustomerUsers users;
    private final Customers customers;

    public AuditPages(AuditLog log, CustomerUsers users, Customers customers) {
        this.log = log;
        this.users = users;
        this.customers = customers;
    }

    public Reply page(Exchange exchange) {
        AuditRequest request = AuditRequest.of(exchange);
        Screen screen = exchange.screen();
        try {
            AuditPage page = entries(exchange, request, ROWS);
            AuditRows rows = new AuditRows(screen, users, customers);
            String next = page.next()
                    .map(cursor -> request.from(cursor).address(screen, ""))
                    .orElse("");
            return page(
                    200,
                    new AuditView(
                            screen,
                            request,
                            page.entries().stream().map(rows::row).toList(),
                            next,
                            mayRead(exchange),
                            ""));
        } catch (StoreUnavailableException e) {
            return fault(exchange, request, 503, exchange.words().unavailable(e));
        } catch (InvalidInputException e) {
            return fault(exchange, request, 422, exchange.words().get("audit.bad.page"));
        } catch (Refusal e) {
            return fault(exchange, request, e.status(), e.message());
        }
    }

    private static Reply fault(Exchange exchange, AuditRequest request, int status, String message) {
        return page(status, new AuditView(exchange.screen(), request, List.of(), "", mayRead(exchange), message));
    }

    private static Reply page(int status, AuditView view) {
        return new Reply.Page(status, new StaticTemplates().audit(view));
    }

    public Reply json(Exchange exchange) throws DirectoryException {
        exchange.requireParametersAmong(Stream.concat(AuditRequest.FILTER.stream(), Stream.of("after", "limit"))
                .toList());
        AuditPage page = entries(exchange, AuditRequest.of(exchange), exchange.limit(AuditLog.MOST_ENTRIES));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", page.entries().stream().map(AuditJson::entry).toList());
        json.put("next", JsonShape.nullable(page.next()));
        return new Reply.Json(200, json);
    }

    public Reply file(Exchange exchange) {
        exchange.requireParametersAmong(AuditRequest.FILTER);
        AuditRequest request = AuditRequest.of(exchange);
        request.filter(exchange);
        AuditFile file =
                new AuditFile(exchange.words(), after -> entries(exchange, request.from(after), AuditLog.MOST_ENTRIES));
        return new Reply.Csv("audit.csv", file::write);
    }

    /** The one place that decides who reads what is written about people. */
    private AuditPage entries(Exchange exchange, AuditRequest request, int limit)
            throws InvalidInputException, StoreUnavailableException {
        Optional<String> after = Optional.of(request.after()).filter(cursor -> !cursor.isEmpty());
        AuditPage page = log.list(request.filter(exchange), after, limit);
        List<AuditEntry> entries = page.entries().stream()
                .map(entry -> mayRead(exchange) ? entry : entry.withoutPersonalValues(MARK))
                .toList();
        return new AuditPage(entries, page.next());
    }

    private static boolean mayRead(Exchange exchange) {
        return exchange.may(Role.MANAGE_CUSTOMER_USERS);
    }
}
