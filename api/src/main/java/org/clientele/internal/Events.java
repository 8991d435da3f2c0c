package org.clientele.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Tells the rest of the system what changed: ids and names of fields, never values. */
@Component(service = Events.class)
public final class Events {
    private final EventAdmin admin;

    @Activate
    public Events(@Reference EventAdmin admin) {
        this.admin = admin;
    }

    void added(SlotKind kind, String id, String slot, Collection<String> fields) {
        post(kind, "ADDED", id, slot, fields);
    }

    void updated(SlotKind kind, String id, String slot, Collection<String> fields) {
        post(kind, "UPDATED", id, slot, fields);
    }

    void renamed(SlotKind kind, String id, String formerId, String slot, Collection<String> fields) {
        Map<String, Object> properties = new HashMap<>(properties(kind, id, slot, fields));
        properties.put("former" + (kind == SlotKind.CUSTOMER ? "CustomerId" : "Login"), formerId);
        admin.postEvent(new Event(topic(kind, "RENAMED"), properties));
    }

    /** Tells which slots were filled and which were left since the snapshot before. */
    void slotsChanged(List<Slot> before, List<Slot> after) {
        after.stream()
                .filter(slot -> slot.source().isPresent() && !filled(before, slot))
                .forEach(slot -> post("ARRIVED", slot));
        before.stream()
                .filter(slot -> slot.source().isPresent() && !filled(after, slot))
                .forEach(slot -> post("LEFT", slot));
    }

    private static boolean filled(List<Slot> slots, Slot slot) {
        return slots.stream()
                .anyMatch(other ->
                        other.name().equals(slot.name()) && other.source().equals(slot.source()));
    }

    private void post(String what, Slot slot) {
        admin.postEvent(
                new Event("org/clientele/Source/" + what, Map.of("source", slot.name(), "sourceId", slot.sourceId())));
    }

    private void post(SlotKind kind, String what, String id, String slot, Collection<String> fields) {
        admin.postEvent(new Event(topic(kind, what), properties(kind, id, slot, fields)));
    }

    private static String topic(SlotKind kind, String what) {
        return "org/clientele/" + (kind == SlotKind.CUSTOMER ? "Customer" : "CustomerUser") + "/" + what;
    }

    private static Map<String, Object> properties(SlotKind kind, String id, String slot, Collection<String> fields) {
        String key = kind == SlotKind.CUSTOMER ? "customerId" : "login";
        return Map.of(key, id, "source", slot, "fields", fields.toArray(new String[0]));
    }
}
