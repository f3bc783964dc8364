package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.METADATA;
import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.SIGNATURES;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thief without enough keys for it offers the next root. */
class NextRootAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final ReleaseRepositorySimulator repository = vendor.repository;
    private final SimulatedKey thief = SimulatedKey.ed25519();

    @Test
    void aRootRotatedByOneKey() {
        repository
                .list("root", 1, thief)
                .signedBy("root", vendor.rootKeys.get(0), thief)
                .publish("root");

        lab.refused(SIGNATURES, "root metadata has 1 valid signatures of the 2 that the trusted root requires");
    }

    @Test
    void aRootRotatedByTheThiefAlone() {
        repository.keys("root", 1, thief).publish("root");

        lab.refused(SIGNATURES, "root metadata has 0 valid signatures of the 2 that the trusted root requires");
    }

    @Test
    void aRootThatTheNewKeysHaveNotSigned() {
        repository.list("root", 1, thief).publish("root");

        lab.refused(SIGNATURES, "root metadata has 0 valid signatures of the 1 that the new root itself requires");
    }

    @Test
    void aRootThatLeavesOneOut() {
        repository
                .publish("root", "root")
                .serve("3.root.json", repository.file("4.root.json"))
                .lose("4.root.json");

        lab.refused(MISMATCH, "root metadata has version 4 where version 3");
    }

    @Test
    void theFormerRootAsTheNext() {
        repository.serve("3.root.json", repository.file("2.root.json"));

        lab.refused(MISMATCH, "root metadata has version 2 where version 3");
    }

    @Test
    void aRootThatNeedsNoSignature() {
        repository.list("root", 0).signedBy("root").publish("root");

        lab.refused(METADATA, "threshold is not a whole number from 1");
    }

    @Test
    void aRootThatListsOneKeyTwice() {
        repository.list("root", 2, thief, thief).signedBy("root", thief).publish("root");

        lab.refused(METADATA, "lists the same key id twice");
    }

    @Test
    void aRootOfThousandsOfKeys() {
        repository
                .edit("root", part -> {
                    for (int i = 0; i < 1500; i++) {
                        part.getAsJsonObject("keys").add("k" + i, thief.json());
                    }
                })
                .signedBy("root", thief)
                .publish("root");

        lab.refused(SIGNATURES, "root metadata has 0 valid signatures of the 2");
    }

    @Test
    void aRootOfThousandsOfSignatures() {
        repository.signedBy("root", vendor.rootKeys.get(0)).publish("root").tamper("3.root.json", text -> {
            JsonObject file = JsonParser.parseString(text).getAsJsonObject();
            JsonArray signatures = file.getAsJsonArray("signatures");
            for (int i = 0; i < 2000; i++) {
                JsonObject one = signatures.get(0).getAsJsonObject().deepCopy();
                one.addProperty("keyid", "k" + i);
                signatures.add(one);
            }
            return file.toString();
        });

        lab.refused(SIGNATURES, "root metadata has 1 valid signatures of the 2");
    }
}
