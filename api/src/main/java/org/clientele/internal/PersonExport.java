package org.clientele.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clientele.DirectoryException;
import org.clientele.StoreUnavailableException;
import org.clientele.access.EffectivePermissions;
import org.clientele.access.Group;
import org.clientele.audit.AuditEntry;
import org.clientele.audit.AuditFilter;
import org.clientele.internal.Subjects.Subject;
import org.clientele.privacy.KeptData;
import org.clientele.privacy.KnownPerson;
import org.clientele.privacy.KnownPerson.Reference;
import org.clientele.privacy.KnownPerson.Reference.State;
import org.clientele.privacy.KnownPerson.Relations;
import org.clientele.spi.store.CustomerReference;
import org.clientele.spi.store.KeptPersons;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.StoredPermissions;

/** Collects everything that is known about a person. */
final class PersonExport {
    private final Memory memory;
    private final EffectivePermissions effective;
    private final Clock clock;

    PersonExport(Memory memory, EffectivePermissions effective, Clock clock) {
        this.memory = memory;
        this.effective = effective;
        this.clock = clock;
    }

    KnownPerson of(Subject subject) throws DirectoryException {
        return new KnownPerson(
                clock.instant(),
                CustomerUserDirectory.entry(subject.hit()),
                subject.shadowed().stream().map(CustomerUserDirectory::entry).toList(),
                subject.away().stream().map(Slot::name).toList(),
                subject.references().stream()
                        .map(one -> reference(one, subject))
                        .toList(),
                subject.suspended().isPresent(),
                relations(subject),
                changes(subject),
                made(subject.hit().record().id()));
    }

    /** Of somebody of whom it is not clear who he is, what is only known by his login is perhaps another one's. */
    private List<AuditEntry> changes(Subject subject) throws StoreUnavailableException {
        return subject.suspended().isPresent()
                ? List.of()
                : memory.look(s -> s.audit()
                        .about(subject.owner().map(Owner::id), Set.of(subject.login()), KeptData.MOST_COUNTED));
    }

    private List<AuditEntry> made(String login) throws StoreUnavailableException {
        AuditFilter filter = AuditFilter.ALL.by(Optional.of(login));
        return memory.look(s -> s.audit().list(filter, Optional.empty(), KeptData.MOST_COUNTED));
    }

    private static Reference reference(KeptPersons.Reference reference, Subject subject) {
        Owner owner = reference.owner();
        State other = reference.gone() ? State.FORMER : State.OTHER;
        return new Reference(
                owner.sourceId(),
                owner.login(),
                owner.nativeId(),
                owner.confirmedAt(),
                subject.isOwn(reference) ? State.OWNER : other,
                owner.pending().map(Owner.NewLogin::login),
                reference.disabled());
    }

    private Relations relations(Subject subject) throws DirectoryException {
        if (subject.suspended().isPresent()) {
            return Relations.NONE;
        }
        String login = subject.hit().record().id();
        Relations derived = new Relations(
                Map.of(), List.of(), Map.of(), Set.of(), effective.groups(login), effective.customers(login));
        return subject.owner().isPresent() ? kept(subject.owner().get().id(), derived) : derived;
    }

    private Relations kept(long reference, Relations derived) throws StoreUnavailableException {
        Map<String, String> preferences = memory.look(s -> s.preferences().of(reference));
        List<KnownPerson.KeptToken> tokens = memory.look(s -> s.persons().tokens(reference)).stream()
                .map(token -> new KnownPerson.KeptToken(token.purpose(), token.expiresAt()))
                .toList();
        List<CustomerReference> assigned =
                memory.look(s -> s.assignments().of(Set.of(reference))).getOrDefault(reference, List.of());
        return new Relations(
                new LinkedHashMap<>(preferences),
                tokens,
                permissions(reference),
                assigned.stream()
                        .map(CustomerReference::customerId)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                derived.groups(),
                derived.customers());
    }

    private Map<String, Set<String>> permissions(long reference) throws StoreUnavailableException {
        Map<Long, String> names =
                memory.look(s -> s.groups().all()).stream().collect(Collectors.toMap(Group::id, Group::name));
        Map<String, Set<String>> permissions = new TreeMap<>();
        memory.look(s -> s.permissions().of(StoredPermissions.Kind.CUSTOMER_USER, Set.of(reference)))
                .forEach(row -> permissions
                        .computeIfAbsent(
                                names.getOrDefault(row.group(), Long.toString(row.group())), name -> new TreeSet<>())
                        .add(row.permission().type()));
        return permissions;
    }
}
