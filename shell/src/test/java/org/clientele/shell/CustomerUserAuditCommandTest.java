package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.Actor.Door;
import org.clientele.InvalidInputException;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditFilter;
import org.clientele.audit.AuditLog;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditPage;
import org.clientele.audit.AuditSubject;
import org.junit.jupiter.api.Test;

class CustomerUserAuditCommandTest {
    private final List<String> asked = new ArrayList<>();
    private final List<AuditEntry> entries = new ArrayList<>();

    @Test
    void entriesAreLinesForScripts() throws CommandException {
        entries.add(entry(
                AuditAction.UPDATE,
                Optional.empty(),
                AuditOutcome.REFUSED,
                "UserEmail: exists already",
                new AuditChange("UserEmail", "", "ünal\u001b@example.com"),
                AuditChange.secret("UserPassword")));
        entries.add(entry(
                AuditAction.ASSIGNMENT,
                Optional.of(AuditSubject.customer("O'Brien & Co")),
                AuditOutcome.INTENDED,
                "",
                new AuditChange("assigned", "1", "")));
        CustomerUserAuditCommand command = command();
        command.noFormat = true;

        assertThat(Output.of(command).text().lines())
                .containsExactly(
                        "2026-03-01T12:00:00Z\tops\tshell 192.0.2.7\tupdate\tcustomer user anna\tUserEmail: - ->"
                                + " \"ünal\\u001b@example.com\"; UserPassword\trefused (UserEmail: exists already)",
                        "2026-03-01T12:00:00Z\tops\tshell 192.0.2.7\tassignment\tcustomer user anna - customer O'Brien &"
                                + " Co\tassigned: \"1\" -> -\tintended",
                        "# There are more: --after 0");
    }

    @Test
    void aPersonAndAnActorAreAskedFor() throws CommandException {
        CustomerUserAuditCommand command = command();
        command.login = "Ünal";
        command.actor = "ops";
        command.limit = 5;
        command.after = "0";

        assertThat(Output.of(command).text()).contains("Nothing was changed.");
        assertThat(asked).containsExactly("Optional[CUSTOMER_USER] Optional[Ünal] Optional[ops] Optional[0] 5");
    }

    @Test
    void aLimitOutOfBoundsIsSaid() {
        CustomerUserAuditCommand command = command();
        command.limit = 0;

        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("limit");
    }

    private CustomerUserAuditCommand command() {
        CustomerUserAuditCommand command = new CustomerUserAuditCommand();
        AuditLog log = this::list;
        command.log = log;
        return command;
    }

    private AuditPage list(AuditFilter filter, Optional<String> after, int limit) throws InvalidInputException {
        if (limit < 1) {
            throw new InvalidInputException("limit", "The limit must be from 1 to 1000.");
        }
        asked.add(filter.entity() + " " + filter.id() + " " + filter.actor() + " " + after + " " + limit);
        return new AuditPage(entries, entries.isEmpty() ? Optional.empty() : Optional.of("0"));
    }

    private static AuditEntry entry(
            AuditAction action,
            Optional<AuditSubject> other,
            AuditOutcome outcome,
            String note,
            AuditChange... changes) {
        return new AuditEntry(
                "1",
                Instant.parse("2026-03-01T12:00:00Z"),
                new Actor("ops", Door.SHELL, "192.0.2.7"),
                action,
                AuditSubject.customerUser("anna"),
                other,
                "",
                List.of(changes),
                outcome,
                note);
    }
}
