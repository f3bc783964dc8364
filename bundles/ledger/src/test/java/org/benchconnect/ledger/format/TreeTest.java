package org.benchconnect.ledger.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTest {
    /** The leaves and roots that the implementations of Certificate Transparency test with. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreTheKnownOnes() {
        Tree tree = new Tree();
        assertEquals(ROOTS.get(0), HexFormat.of().formatHex(tree.root()));

        for (int size = 1; size < ROOTS.size(); size++) {
            tree.add(HexFormat.of().parseHex(LEAVES.get(size - 1)));

            assertEquals(ROOTS.get(size), HexFormat.of().formatHex(tree.root()));
            assertEquals(size, tree.size());
        }
    }

    @Test
    void rootsAreThoseOfTheRecursiveDefinition() {
        byte[][] leaves = new byte[130][];
        Tree tree = new Tree();

        for (int size = 1; size <= leaves.length; size++) {
            leaves[size - 1] = new byte[] {(byte) size, (byte) (size * 7)};
            tree.add(leaves[size - 1]);

            assertArrayEquals(root(Arrays.copyOf(leaves, size)), tree.root());
        }
    }

    @Test
    void aCopyGrowsByItself() {
        Tree tree = new Tree();
        tree.add(new byte[] {1});
        byte[] root = tree.root();

        Tree copy = tree.copy();
        copy.add(new byte[] {2});

        assertArrayEquals(root, tree.root());
        assertEquals(2, copy.size());
    }

    /** RFC 6962, section 2.1, word for word. */
    private static byte[] root(byte[][] leaves) {
        int n = leaves.length;
        if (n == 1) {
            return hash(0, leaves[0], new byte[0]);
        }
        int k = Integer.highestOneBit(n - 1);
        return hash(1, root(Arrays.copyOf(leaves, k)), root(Arrays.copyOfRange(leaves, k, n)));
    }

    private static byte[] hash(int prefix, byte[] first, byte[] second) {
        var sha256 = Tree.sha256();
        sha256.update((byte) prefix);
        sha256.update(first);
        return sha256.digest(second);
    }
}
