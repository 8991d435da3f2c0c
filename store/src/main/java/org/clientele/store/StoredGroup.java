package org.clientele.store;

import java.time.Instant;
import java.util.Comparator;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.spi.OrderKey;

/** A row of {@code access_group}. Never deleted. */
@Entity
@Table(name = "access_group")
class StoredGroup extends SignedRow {

    /** H2 orders text by UTF-16 unit and not by code point. */
    static final Comparator<StoredGroup> BY_KEY = Comparator.comparing(group -> group.nameKey, OrderKey.COMPARATOR);

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "access_group")
    @TableGenerator(
            name = "access_group",
            table = "clientele_sequence",
            pkColumnName = "name",
            valueColumnName = "last_id",
            pkColumnValue = "access_group",
            allocationSize = 50)
    private long id;

    @Column(name = "name")
    private String name = "";

    /** The order key of the name; the database keeps it unique. */
    @Column(name = "name_key")
    private String nameKey = "";

    @Column(name = "comments")
    private String comment = "";

    @Column(name = "valid_id")
    private int validity = Validity.INVALID.id();

    @Column(name = "version")
    private long version;

    @Column(name = "changed_at")
    @Convert(converter = InstantAsMilliseconds.class)
    private Instant changedAt = Instant.EPOCH;

    @Column(name = "changed_by")
    private String changedBy = "";

    /** For JPA. */
    StoredGroup() {}

    StoredGroup(Signature created) {
        super(created);
    }

    void set(String newName, String newComment, Validity newValidity, Signature signature) {
        name = newName;
        nameKey = OrderKey.of(newName);
        comment = newComment;
        validity = newValidity.id();
        version++;
        changedAt = signature.at();
        changedBy = signature.by();
    }

    boolean hasVersion(long expected) {
        return version == expected;
    }

    /** A validity that nobody knows gives nobody a permission. */
    Group group() {
        return new Group(id, name, comment, Validity.ofId(validity).orElse(Validity.INVALID), version);
    }
}
