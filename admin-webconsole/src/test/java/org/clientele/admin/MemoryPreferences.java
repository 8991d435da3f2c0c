package org.clientele.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.clientele.Actor;
import org.clientele.CustomerUserPreferences;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.PreferenceMatches;
import org.clientele.StoreUnavailableException;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Shown;

/** Preferences in memory, of which administrators set a language, a skin and a text. */
final class MemoryPreferences implements CustomerUserPreferences {
    final Map<String, Map<String, String>> stored = new TreeMap<>();
    List<Field> items = List.of(
            item("UserLanguage", "Language", Map.of("de", "German", "fr", "French")),
            item("UserSkin", "Skin", Map.of("light", "Light & <easy>")),
            item("UserDesk", "Desk", Map.of()));
    boolean unreadable;
    boolean unwritable;
    private final MemoryUsers users;

    MemoryPreferences(MemoryUsers users) {
        this.users = users;
    }

    private static Field item(String key, String label, Map<String, String> selections) {
        return new Field(
                key,
                label,
                key,
                Shown.FORM,
                false,
                FieldType.VAR,
                "",
                false,
                "",
                "",
                OptionalInt.of(LONGEST_VALUE),
                selections);
    }

    @Override
    public List<Field> administered() {
        return items;
    }

    @Override
    public void check(Map<String, String> values) throws InvalidInputException {
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (Field item : items) {
            String value = values.getOrDefault(item.variable(), "");
            if (!value.isEmpty()
                    && !item.selections().isEmpty()
                    && !item.selections().containsKey(value)) {
                faults.put(item.variable(), Fault.of(Fault.Kind.NOT_ALLOWED, "Not offered.", ""));
            } else if (value.length() > LONGEST_VALUE) {
                faults.put(item.variable(), Fault.of(Fault.Kind.TOO_LONG, "Too long.", value.length(), LONGEST_VALUE));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    @Override
    public void administer(String login, Map<String, String> values, Actor actor) throws DirectoryException {
        check(values);
        if (unwritable) {
            throw new StoreUnavailableException(StoreUnavailableException.NOTICE);
        }
        of(login).putAll(values);
        of(login).values().removeIf(String::isEmpty);
    }

    @Override
    public Map<String, String> get(String login) throws DirectoryException {
        if (unreadable) {
            throw new StoreUnavailableException(StoreUnavailableException.NOTICE);
        }
        Map<String, String> values = Map.copyOf(of(login));
        stored.values().removeIf(Map::isEmpty);
        return values;
    }

    private Map<String, String> of(String login) throws NotFoundException {
        if (users.find(login).entry().isEmpty()) {
            throw new NotFoundException("There is no such customer user.");
        }
        return stored.computeIfAbsent(MemorySource.key(login), any -> new TreeMap<>());
    }

    @Override
    public void set(String login, String key, String value, Actor actor) throws DirectoryException {
        of(login).put(key, value);
    }

    @Override
    public boolean remove(String login, String key, Actor actor) throws DirectoryException {
        return of(login).remove(key) != null;
    }

    @Override
    public PreferenceMatches search(String key, Optional<String> value) {
        throw new UnsupportedOperationException("the screens do not search for preferences");
    }
}
