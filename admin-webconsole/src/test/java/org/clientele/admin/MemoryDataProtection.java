package org.clientele.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.Change;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.NotFoundException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.SuspendedException;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.privacy.Anonymisation;
import org.clientele.privacy.AnonymisationPlan;
import org.clientele.privacy.Anonymised;
import org.clientele.privacy.DataProtection;
import org.clientele.privacy.FieldPlan;
import org.clientele.privacy.FieldPlan.Fate;
import org.clientele.privacy.KeptData;
import org.clientele.privacy.KnownPerson;
import org.clientele.privacy.KnownPerson.Relations;
import org.clientele.privacy.Obstacle;
import org.clientele.privacy.Obstacle.Kind;

/** Data protection over directories in memory, as far as screens depend on it. */
final class MemoryDataProtection implements DataProtection {
    static final KeptData KEPT = new KeptData(12, 1, 3, 2, 0, 7);

    private final MemoryUsers users;
    private final MemoryStore store;
    final List<Obstacle> obstacles = new ArrayList<>();
    private int number;

    MemoryDataProtection(MemoryUsers users, MemoryStore store) {
        this.users = users;
        this.store = store;
    }

    @Override
    public KnownPerson export(String login, Actor actor) throws DirectoryException {
        Relations relations = new Relations(
                Map.of("UserLanguage", "カス ${a}"), List.of(), Map.of(), Set.of("C1"), List.of(), List.of());
        return new KnownPerson(
                Instant.EPOCH, user(login), List.of(), List.of(), List.of(), false, relations, List.of(), List.of());
    }

    @Override
    public AnonymisationPlan plan(String login, String neutralName) throws DirectoryException {
        CustomerUser user = user(login);
        String name = neutralName.isEmpty() ? String.format("anonymised-20261128120000-%04d", ++number) : neutralName;
        List<Obstacle> all = new ArrayList<>(obstacles);
        if (!user.writable()) {
            all.add(new Obstacle(Kind.READ_ONLY_SOURCE, user.source(), "It is read only."));
        }
        return new AnonymisationPlan(
                user.login(),
                user.name(),
                user.source(),
                user.version(),
                user.writable(),
                user.writable(),
                !login.startsWith("anonymised-"),
                name,
                fields(user, name),
                user.writable(),
                KEPT,
                all);
    }

    private List<FieldPlan> fields(CustomerUser user, String name) {
        return users.sources().stream()
                .filter(source -> source.slot().equals(user.source()))
                .flatMap(source -> source.fields().stream())
                .filter(field -> !user.value(field.variable()).isEmpty())
                .map(field -> field(field, user, name))
                .toList();
    }

    private static FieldPlan field(Field field, CustomerUser user, String name) {
        List<String> now = user.fields().get(field.variable());
        if (Set.of(Fields.LOGIN, Fields.CUSTOMER).contains(field.variable())) {
            return new FieldPlan(field, now, Fate.KEPT, now.get(0));
        }
        if (!user.writable()) {
            return new FieldPlan(field, now, Fate.LEFT, now.get(0));
        }
        String after = field.variable().equals(Fields.EMAIL)
                ? name + "@example.invalid"
                : field.variable().equals(Fields.VALIDITY) ? "2" : field.required() ? "anonymised" : "";
        return new FieldPlan(field, now, after.isEmpty() ? Fate.EMPTIED : Fate.REPLACED, after);
    }

    @Override
    public Anonymised anonymise(Anonymisation wanted) throws DirectoryException {
        AnonymisationPlan plan = plan(wanted.login(), wanted.neutralName());
        if (plan.blocked()) {
            throw new SuspendedException("It is not clear who that is.");
        }
        if (!plan.version().equals(wanted.version())) {
            throw new StaleException("It was changed.");
        }
        String login = plan.writable() ? wiped(plan, wanted) : plan.login();
        return new Anonymised(login, plan.source(), plan.writable(), KEPT, plan.obstacles());
    }

    private String wiped(AnonymisationPlan plan, Anonymisation wanted) throws DirectoryException {
        Map<String, String> changes = new LinkedHashMap<>();
        plan.fields().forEach(field -> changes.put(field.field().variable(), field.afterwards()));
        if (!wanted.keepLogin()) {
            changes.put(Fields.LOGIN, wanted.neutralName());
        }
        return users.update(new Change(
                        plan.login(), changes, Optional.empty(), Optional.of(wanted.version()), wanted.actor()))
                .login();
    }

    private CustomerUser user(String login) throws DirectoryException {
        if (store.away) {
            throw new StoreUnavailableException(StoreUnavailableException.NOTICE);
        }
        return users.ask(login)
                .entry()
                .orElseThrow(() -> new NotFoundException("There is no customer user \"" + login + "\"."));
    }
}
