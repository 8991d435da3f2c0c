package org.clientele.internal;

import java.util.Collection;
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
        String topic = "org/clientele/" + (kind == SlotKind.CUSTOMER ? "Customer" : "CustomerUser") + "/" + what;
        String key = kind == SlotKind.CUSTOMER ? "customerId" : "login";
        admin.postEvent(new Event(topic, Map.of(key, id, "source", slot, "fields", fields.toArray(new String[0]))));
    }
}
