package org.clientele.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.Count;
import org.clientele.CustomerIdPage;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.Ownership;
import org.clientele.Page;
import org.clientele.SourceReport;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.clientele.Validity;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;

/** Customer users in memory: answers what a test sets and keeps what it was asked. */
final class DirectoryFixture implements CustomerUsers {
    final List<Addition> additions = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    final List<String> added = new ArrayList<>();
    final List<ListRequest> requests = new ArrayList<>();
    List<SourceStatus> sources = List.of(
            status("CustomerUser", true, SourceState.READY), status("CustomerUser1", false, SourceState.WAITING));
    Answer<CustomerUser> answer = new Answer.NotFound<>(List.of());
    Page<CustomerUser> page = new Page<>(List.of(), Optional.empty(), List.of(), false, List.of());
    DirectoryException failure;
    int refreshed;

    static Field field(String variable) {
        return new Field(
                variable,
                variable.replaceFirst("User", ""),
                variable,
                Shown.RECORD,
                false,
                FieldType.VAR,
                "",
                false,
                "",
                "",
                OptionalInt.empty(),
                Map.of());
    }

    static SourceStatus status(String slot, boolean writable, SourceState state) {
        return new SourceStatus(
                slot,
                slot,
                slot + "'s name",
                writable ? "Database" : "LDAP",
                state,
                writable,
                List.of(),
                Optional.empty(),
                Optional.of(Duration.ofMillis(12)),
                List.of(
                        field("UserFirstname"),
                        field("UserLastname"),
                        field("UserLogin"),
                        field(writable ? "UserPassword" : "UserRoom"),
                        field("UserEmail"),
                        field("UserCustomerID")),
                false,
                writable,
                true,
                true,
                true);
    }

    static CustomerUser user(String login, String firstname, Ownership ownership) {
        return new CustomerUser(
                login,
                "CustomerUser",
                true,
                firstname + " Test",
                "\"" + firstname + " Test\" <" + login + "@example.com>",
                Validity.VALID,
                ownership,
                Map.of(
                        "UserFirstname", List.of(firstname),
                        "UserEmail", List.of(login + "@example.com"),
                        "UserCustomerID", List.of("acme")),
                Set.of("acme"));
    }

    static SourceReport report(String slot, Outcome outcome, String message) {
        return new SourceReport(slot, outcome, Duration.ofMillis(5), message);
    }

    @Override
    public Answer<CustomerUser> ask(String id) {
        return find(id);
    }

    @Override
    public Answer<CustomerUser> find(String id) {
        return answer;
    }

    @Override
    public Page<CustomerUser> list(ListRequest request) {
        requests.add(request);
        throwFailure();
        return page;
    }

    @Override
    public Count count(ListRequest request) {
        throwFailure();
        return new Count(Count.Total.exactly(page.rows().size()), List.of(), List.of());
    }

    @Override
    public CustomerIdPage customerIds(ListRequest request) {
        throwFailure();
        return new CustomerIdPage(List.of(), Optional.empty(), List.of(), false, List.of());
    }

    @Override
    public List<Field> fields() {
        return sources.get(0).fields();
    }

    @Override
    public CustomerUser add(Addition addition) {
        throwFailure();
        additions.add(addition);
        return user(addition.fields().getOrDefault("UserLogin", "auto-1"), "Anna", Ownership.CONFIRMED);
    }

    @Override
    public CustomerUser update(Change change) {
        throwFailure();
        changes.add(change);
        return user(change.fields().getOrDefault("UserLogin", change.id()), "Anna", Ownership.CONFIRMED);
    }

    @Override
    public void check(Addition addition) {
        throwFailure();
    }

    @Override
    public Set<String> check(Change change) {
        throwFailure();
        return change.fields().keySet();
    }

    @Override
    public List<ViewRow> view(CustomerUser entry, Shown view) {
        throw new UnsupportedOperationException("commands show fields of the map");
    }

    @Override
    public List<SourceStatus> sources() {
        return sources;
    }

    @Override
    public List<String> notices() {
        return List.of();
    }

    @Override
    public void refresh() {
        refreshed++;
    }

    @Override
    public void addField(String source, Field field, int length, Actor actor) {
        throwFailure();
        added.add(source + " " + field.row() + " " + length);
    }

    private void throwFailure() {
        if (failure != null) {
            DirectoryFixture.<RuntimeException>raise(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void raise(Throwable t) throws X {
        throw (X) t;
    }
}
