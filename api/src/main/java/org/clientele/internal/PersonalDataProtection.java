package org.clientele.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.Change;
import org.clientele.CustomerUser;
import org.clientele.DirectoryException;
import org.clientele.Password;
import org.clientele.ReadOnlyException;
import org.clientele.StaleException;
import org.clientele.SuspendedException;
import org.clientele.access.EffectivePermissions;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditChange;
import org.clientele.audit.AuditSubject;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.internal.Audit.Planned;
import org.clientele.internal.Subjects.Subject;
import org.clientele.privacy.Anonymisation;
import org.clientele.privacy.AnonymisationPlan;
import org.clientele.privacy.Anonymised;
import org.clientele.privacy.DataProtection;
import org.clientele.privacy.KeptData;
import org.clientele.privacy.KnownPerson;
import org.clientele.privacy.Obstacle;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.store.Owner;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service {@link DataProtection}. */
@Component(service = DataProtection.class)
public final class PersonalDataProtection implements DataProtection {
    private final CustomerUserDirectory customerUsers;
    private final Subjects subjects;
    private final PersonExport export;
    private final PersonErasure erasure;
    private final Audit audit;
    private final NeutralName names = new NeutralName();

    @Activate
    public PersonalDataProtection(
            @Reference CustomerUserDirectory customerUsers,
            @Reference EffectivePermissions effective,
            @Reference Memory memory) {
        this.customerUsers = customerUsers;
        this.subjects = new Subjects(customerUsers.persons(), memory);
        this.export = new PersonExport(memory, effective, Clock.systemUTC());
        this.erasure = new PersonErasure(memory);
        this.audit = new Audit(memory);
    }

    @Override
    public KnownPerson export(String login, Actor actor) throws DirectoryException {
        Subject subject = subjects.require(login);
        KnownPerson known = export.of(subject);
        Recording recording = recording(AuditAction.EXPORT, subject, actor, List.of());
        audit.note(recording);
        recording.done();
        audit.conclude(recording);
        return known;
    }

    /** Without values: what is wiped must not stand there. */
    private Recording recording(AuditAction action, Subject subject, Actor actor, Collection<String> fields) {
        return audit.recording(
                actor,
                List.of(new Planned(
                        action,
                        AuditSubject.customerUser(subject.login()),
                        Optional.empty(),
                        subject.hit().slot().name(),
                        fields.stream().map(AuditChange::secret).toList(),
                        subject.owner().map(Owner::id))));
    }

    @Override
    public AnonymisationPlan plan(String login, String neutralName) throws DirectoryException {
        Subject subject = subjects.require(login);
        SourceDescription source = subject.source().description();
        CustomerUser user = CustomerUserDirectory.entry(subject.hit());
        String name = neutralName.isEmpty() ? names.next(source) : neutralName;
        return new AnonymisationPlan(
                user.login(),
                user.name(),
                user.source(),
                user.version(),
                user.writable(),
                changesLogin(subject),
                !NeutralName.isNeutral(user.login()),
                name,
                neutral(subject, name).plan(),
                user.writable() && keepsPasswords(source),
                erasure.extent(subject),
                obstacles(subject, name));
    }

    @Override
    public Anonymised anonymise(Anonymisation wanted) throws DirectoryException {
        Subject subject = subjects.require(wanted.login());
        CustomerUser user = CustomerUserDirectory.entry(subject.hit());
        if (subject.suspended().isPresent()) {
            throw new SuspendedException(subject.suspended().get());
        }
        if (!user.version().equals(wanted.version())) {
            throw new StaleException("The record was changed by somebody else in the meantime.");
        }
        if (!wanted.keepLogin() && !changesLogin(subject)) {
            throw new ReadOnlyException("The login of \"" + user.login() + "\" cannot be changed; choose to keep it.");
        }
        KeptData extent = erasure.extent(subject);
        Map<String, String> changes = changes(subject, wanted);
        Recording recording = recording(AuditAction.ANONYMISE, subject, wanted.actor(), changes.keySet());
        audit.note(recording);
        String login;
        try {
            login = recording.run(() -> {
                String now = user.writable() ? wiped(subject, changes, wanted) : user.login();
                erasure.erase(subject, now);
                recording.done();
                return now;
            });
        } finally {
            audit.conclude(recording);
        }
        return new Anonymised(login, user.source(), user.writable(), extent, obstacles(subject, wanted.neutralName()));
    }

    private static Map<String, String> changes(Subject subject, Anonymisation wanted) throws DirectoryException {
        Map<String, String> changes =
                new LinkedHashMap<>(neutral(subject, wanted.neutralName()).changes());
        if (!wanted.keepLogin()) {
            changes.put(Fields.LOGIN, wanted.neutralName());
        }
        return changes;
    }

    /** What is kept goes before the record changes, so that whoever does it again finds the person by the same login. */
    private String wiped(Subject subject, Map<String, String> changes, Anonymisation wanted) throws DirectoryException {
        String login = wanted.keepLogin() ? subject.login() : wanted.neutralName();
        Optional<Password> password = Optional.of(Password.generate())
                .filter(unknown -> keepsPasswords(
                        subject.hit().slot().source().orElseThrow().description()));
        Change change = new Change(
                subject.hit().record().id(), changes, password, Optional.of(wanted.version()), wanted.actor());
        return customerUsers.wipe(change, () -> erasure.erase(subject, login)).login();
    }

    private static NeutralRecord neutral(Subject subject, String name) throws DirectoryException {
        AskedSource source = subject.source();
        return new NeutralRecord(source.description(), subject.hit().record(), source.writable(), name);
    }

    /** Nor can it where it names the customer, too. */
    private static boolean changesLogin(Subject subject) throws DirectoryException {
        AskedSource source = subject.source();
        Optional<Field> login = source.description().field(Fields.LOGIN);
        boolean customer = source.description()
                .field(Fields.CUSTOMER)
                .filter(field -> login.filter(l -> l.storage().equalsIgnoreCase(field.storage()))
                        .isPresent())
                .isPresent();
        return source.renames()
                && !customer
                && login.filter(field -> !field.readOnly()).isPresent();
    }

    private static boolean keepsPasswords(SourceDescription source) {
        return source.fields().stream().anyMatch(Fields::isPassword);
    }

    private static List<Obstacle> obstacles(Subject subject, String name) throws DirectoryException {
        List<Obstacle> obstacles = new ArrayList<>();
        subject.suspended().map(Obstacles::suspended).ifPresent(obstacles::add);
        obstacles.addAll(neutral(subject, name).obstacles());
        if (subject.source().writable() && !changesLogin(subject)) {
            obstacles.add(Obstacles.fixedLogin());
        }
        subject.disabled()
                .forEach(marked ->
                        obstacles.add(Obstacles.disabled(marked.owner().sourceId(), subject.isOwn(marked))));
        subject.shadowed().forEach(hit -> obstacles.add(Obstacles.shadowed(hit.slot())));
        subject.away().forEach(slot -> obstacles.add(Obstacles.away(slot)));
        return obstacles;
    }
}
