package org.clientele.internal;

import org.clientele.field.Field;
import org.clientele.privacy.Obstacle;
import org.clientele.privacy.Obstacle.Kind;
import org.clientele.spi.SourceDescription;

/** Obstacles in words. */
final class Obstacles {
    private Obstacles() {}

    static Obstacle readOnlySource(SourceDescription source) {
        return new Obstacle(
                Kind.READ_ONLY_SOURCE,
                source.slot(),
                "The source " + source.slot()
                        + " is read only: the record stays as it is until it is changed where it comes"
                        + " from. Only what the directory keeps itself is wiped.");
    }

    static Obstacle shadowed(Slot slot) {
        boolean writable = slot.source().filter(AskedSource::writable).isPresent();
        return writable
                ? new Obstacle(
                        Kind.SHADOWED,
                        slot.name(),
                        "The source " + slot.name()
                                + " has another record with this login. It is listed once the login is"
                                + " free; anonymise it then, too, if it is the same person.")
                : new Obstacle(
                        Kind.SHADOWED_READ_ONLY,
                        slot.name(),
                        "The read-only source " + slot.name()
                                + " has another record with this login. It can only be changed"
                                + " where it comes from.");
    }

    static Obstacle away(Slot slot) {
        return new Obstacle(
                Kind.SOURCE_AWAY,
                slot.name(),
                "Whether the source " + slot.name()
                        + " has another record with this login is not known, for it cannot be" + " asked now.");
    }

    static Obstacle fixedField(Field field) {
        return new Obstacle(
                Kind.FIXED_FIELD,
                field.label(),
                field.label() + " is set once and never changed, so it is not wiped; change its row of the map first.");
    }

    static Obstacle noValidity(SourceDescription source) {
        return new Obstacle(
                Kind.NO_VALIDITY,
                source.slot(),
                "The map of the source " + source.slot()
                        + " has no validity that can be changed, so the record stays as valid" + " as it is.");
    }

    static Obstacle fixedLogin() {
        return new Obstacle(Kind.FIXED_LOGIN, "", "The login cannot be changed in this source, so it stays.");
    }

    /** @param own whether it is the person himself */
    static Obstacle disabled(String sourceId, boolean own) {
        return own
                ? new Obstacle(
                        Kind.DISABLED_HERE,
                        sourceId,
                        "The customer user was disabled here. That stays, so that nobody gets in; the comment on it is wiped.")
                : new Obstacle(
                        Kind.FORMER_DISABLED_HERE,
                        sourceId,
                        "Who had this login in the source " + sourceId
                                + " was disabled here. That stays, and with it the login, so that nobody gets in by it"
                                + " again; the comment on it is wiped.");
    }

    static Obstacle suspended(String why) {
        return new Obstacle(Kind.SUSPENDED, "", why);
    }

    static Obstacle refusedValue(String rule) {
        return new Obstacle(Kind.REFUSED_VALUE, rule, "A rule of the source refuses a neutral value. " + rule);
    }
}
