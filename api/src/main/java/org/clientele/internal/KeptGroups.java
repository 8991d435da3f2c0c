package org.clientele.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.clientele.Actor;
import org.clientele.AlreadyExistsException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.StaleException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.access.Groups;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.StoredGroups.Added;
import org.clientele.spi.store.StoredGroups.Updated;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service {@link Groups}. */
@Component(service = Groups.class)
public final class KeptGroups implements Groups {
    private final Memory memory;
    private final Audit audit;

    @Activate
    public KeptGroups(@Reference Memory memory) {
        this.memory = memory;
        this.audit = new Audit(memory);
    }

    @Override
    public List<Group> list() throws StoreUnavailableException {
        return memory.look(s -> s.groups().all());
    }

    @Override
    public Optional<Group> find(String name) throws StoreUnavailableException {
        return list().stream().filter(group -> isNamed(group, name)).findFirst();
    }

    @Override
    public Group add(String name, String comment, Validity validity, Actor actor)
            throws InvalidInputException, AlreadyExistsException, StoreUnavailableException {
        String stripped = name.strip();
        check(stripped, comment);
        Recording recording = audit.recording(actor, List.of(GroupChange.addition(stripped, comment, validity)));
        audit.note(recording);
        Added added =
                audit.storing(recording, s -> s.groups().add(stripped, comment, validity, MOST_GROUPS, actor.name()));
        recording.done(added instanceof Added.Done);
        audit.conclude(recording);
        if (added instanceof Added.NameTaken) {
            throw nameTaken(stripped);
        }
        if (added instanceof Added.Done done) {
            return done.group();
        }
        String message = "There are " + MOST_GROUPS + " groups already; give one that is not used another name.";
        throw new InvalidInputException("name", Fault.of(Fault.Kind.TOO_MANY_GROUPS, message, MOST_GROUPS));
    }

    @Override
    public Group update(Group group, Actor actor)
            throws InvalidInputException, AlreadyExistsException, NotFoundException, StaleException,
                    StoreUnavailableException {
        String name = group.name().strip();
        check(name, group.comment());
        Group wanted = new Group(group.id(), name, group.comment(), group.validity(), group.version());
        Optional<Group> before = memory.look(s -> s.groups().find(group.id()));
        Recording recording = audit.recording(
                actor,
                before.map(known -> GroupChange.update(known, wanted)).stream().toList());
        audit.note(recording);
        Updated updated = audit.storing(recording, s -> s.groups().update(wanted, actor.name()));
        recording.done(updated instanceof Updated.Done);
        audit.conclude(recording);
        if (updated instanceof Updated.NameTaken) {
            throw nameTaken(name);
        }
        if (updated instanceof Updated.Stale) {
            throw new StaleException("The group was changed by somebody else in the meantime.");
        }
        if (updated instanceof Updated.Done done) {
            return done.group();
        }
        throw missing();
    }

    static NotFoundException missing() {
        return new NotFoundException("There is no such group.");
    }

    static boolean isNamed(Group group, String name) {
        return OrderKey.of(group.name()).equals(OrderKey.of(name));
    }

    private static void check(String name, String comment) throws InvalidInputException {
        if (FieldRules.isBlank(name)) {
            throw new InvalidInputException("name", Fault.of(Fault.Kind.REQUIRED, "The name is required."));
        }
        checkText("name", name, LONGEST_NAME, FieldRules::isInvisible);
        checkText("comment", comment, LONGEST_COMMENT, FieldRules::isForbidden);
    }

    private static void checkText(String field, String text, int longest, IntPredicate refused)
            throws InvalidInputException {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            String message = "The " + field + " has " + length + " characters; at most " + longest + " fit.";
            throw new InvalidInputException(field, Fault.of(Fault.Kind.TOO_LONG, message, length, longest));
        }
        if (text.codePoints().anyMatch(c -> refused.test(c) || FieldRules.isForbidden(c))) {
            String message = "The " + field + " contains an invisible character; remove it.";
            throw new InvalidInputException(field, Fault.of(Fault.Kind.INVISIBLE_CHARACTER, message));
        }
    }

    private static AlreadyExistsException nameTaken(String name) {
        return new AlreadyExistsException("name", "There is a group \"" + name + "\" already.");
    }
}
