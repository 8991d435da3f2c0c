package org.clientele.admin.relation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.DirectoryException;
import org.clientele.access.AccessRules;
import org.clientele.access.Context;
import org.clientele.access.Holder;
import org.clientele.access.Permission;
import org.clientele.access.PermissionChange;
import org.clientele.access.Permissions;
import org.clientele.admin.text.Words;

/** Which permissions people, or companies, were given in groups. */
final class PermissionRelation implements Relation {
    /** Where a change is made. */
    private record Place(Holder holder, long group) {}

    private final HolderKind kind;
    private final Side holders;
    private final Side groups;
    private final Permissions permissions;

    PermissionRelation(HolderKind kind, Side holders, Side groups, Permissions permissions) {
        this.kind = kind;
        this.holders = holders;
        this.groups = groups;
        this.permissions = permissions;
    }

    @Override
    public Side left() {
        return holders;
    }

    @Override
    public Side right() {
        return groups;
    }

    @Override
    public List<Block> blocks(Words words) {
        AccessRules rules = permissions.rules();
        List<Context> contexts = kind.contexts(rules);
        return contexts.stream()
                .map(context -> block(
                        context, rules.types(), contexts.size() == 1 ? "" : words.get("context." + context.key())))
                .toList();
    }

    private static Block block(Context context, List<String> types, String heading) {
        List<Mark> columns = types.stream()
                .map(type -> new Mark(key(new Permission(context, type)), type))
                .toList();
        Optional<Mark> all = columns.stream()
                .filter(column -> column.label().equals(Permission.ALL))
                .findFirst();
        return new Block(heading, columns, all);
    }

    @Override
    public Map<String, Set<String>> ofLeft(Entry holder, List<Entry> some) throws DirectoryException {
        Map<String, Set<String>> marks = new LinkedHashMap<>();
        permissions.of(kind.holder(holder.id())).forEach((id, given) -> marks.put(Long.toString(id), keys(given)));
        return marks;
    }

    @Override
    public Map<String, Set<String>> ofRight(Entry group, List<Entry> some) throws DirectoryException {
        List<Holder> asked = some.stream().map(entry -> kind.holder(entry.id())).toList();
        Map<String, Set<String>> marks = new LinkedHashMap<>();
        permissions.in(number(group), asked).forEach((holder, given) -> marks.put(holder.id(), keys(given)));
        return marks;
    }

    @Override
    public Optional<Settled> settled(Entry holder, Entry group) {
        boolean always =
                kind.always(permissions.rules()).stream().anyMatch(name -> name.equalsIgnoreCase(group.name()));
        return always ? Optional.of(new Settled(0, kind.alwaysWords())) : Optional.empty();
    }

    @Override
    public List<RelationChange> change(List<RelationChange> changes, Actor actor) throws DirectoryException {
        Map<Place, RelationChange> asked = new LinkedHashMap<>();
        changes.forEach(change -> asked.put(place(change(change)), change));
        List<PermissionChange> wanted = changes.stream().map(this::change).toList();
        return permissions.change(wanted, actor).stream()
                .flatMap(made -> Optional.ofNullable(asked.get(place(made))).stream()
                        .map(change -> new RelationChange(
                                change.left(), change.right(), keys(made.before()), keys(made.after()))))
                .toList();
    }

    private static Place place(PermissionChange change) {
        return new Place(change.holder(), change.group());
    }

    private PermissionChange change(RelationChange change) {
        return new PermissionChange(
                kind.holder(change.left().id()), number(change.right()), given(change.before()), given(change.after()));
    }

    @Override
    public List<String> notices(Words words) {
        return permissions.rules().groupSupport() ? List.of() : List.of(words.get("access.off"));
    }

    private static long number(Entry group) {
        return Long.parseLong(group.id());
    }

    private static Set<String> keys(Set<Permission> given) {
        return given.stream().map(PermissionRelation::key).collect(Collectors.toUnmodifiableSet());
    }

    private static String key(Permission permission) {
        return permission.context().key() + "." + permission.type();
    }

    private static Set<Permission> given(Set<String> keys) {
        return keys.stream().map(PermissionRelation::permission).collect(Collectors.toUnmodifiableSet());
    }

    private static Permission permission(String key) {
        int dot = key.indexOf('.');
        Context context = key.substring(0, Math.max(0, dot)).equals(Context.OTHER_CUSTOMERS.key())
                ? Context.OTHER_CUSTOMERS
                : Context.SAME_CUSTOMER;
        return new Permission(context, key.substring(dot + 1));
    }
}
