package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FcsModelTest {
    private static FcsModel of(String name) {
        return ByteArrayChannel.read(SyntheticFcs.instrument(name).bytes()).model();
    }

    @Test
    void isRecognisedByItsName() {
        Map<String, FcsModel> names = Map.ofEntries(
                Map.entry("Gallios", FcsModel.GALLIOS),
                Map.entry("Navios", FcsModel.NAVIOS),
                Map.entry("Navios EX", FcsModel.NAVIOS_EX),
                Map.entry("NAVIOS-EX", FcsModel.NAVIOS_EX),
                Map.entry("Cytomics FC 500", FcsModel.CYTOMICS_FC_500),
                Map.entry("EPICS XL-MCL", FcsModel.EPICS_XL),
                Map.entry("XL", FcsModel.EPICS_XL),
                Map.entry("Aquios", FcsModel.AQUIOS_CL),
                Map.entry("CytoFLEX S", FcsModel.CYTOFLEX),
                Map.entry("DxFLEX", FcsModel.DXFLEX),
                Map.entry("FACSAriaII", FcsModel.FACS_ARIA),
                Map.entry("BD FACSCanto II", FcsModel.FACS_CANTO),
                Map.entry("FACSCalibur", FcsModel.FACS_CALIBUR),
                Map.entry("LSRII", FcsModel.LSR),
                Map.entry("LSRFortessa", FcsModel.LSR_FORTESSA),
                Map.entry("Accuri C6", FcsModel.ACCURI),
                Map.entry("Aurora", FcsModel.AURORA),
                Map.entry("NL-3000", FcsModel.NORTHERN_LIGHTS),
                Map.entry("0000000 Attune NxT Acoustic Focusing Cytometer (Lasers: BRVY)", FcsModel.ATTUNE_NXT),
                Map.entry("MACSQuant VYB,2.5.1.9", FcsModel.MACSQUANT),
                Map.entry("Cube_15", FcsModel.CYFLOW),
                Map.entry("CyFlow Space", FcsModel.CYFLOW),
                Map.entry("S1400EXi", FcsModel.STRATEDIGM),
                Map.entry("iCyt Eclipse", FcsModel.ICYT),
                Map.entry("Unheard of", FcsModel.OTHER),
                Map.entry("\u00c4", FcsModel.OTHER));

        names.forEach((name, model) -> assertEquals(model, of(name), name));
    }

    @Test
    void isACytoFlexIfCytExpertWroteIt() {
        assertEquals(FcsModel.CYTOFLEX, byCytExpert("?", "True"));
        assertEquals(FcsModel.DXFLEX, byCytExpert("DxFLEX", "True"));
        assertEquals(FcsModel.OTHER, byCytExpert("?", "False"));
    }

    private static FcsModel byCytExpert(String name, String answer) {
        return ByteArrayChannel.read(SyntheticFcs.instrument(name)
                        .with("CYTEXPERTFIL", answer)
                        .bytes())
                .model();
    }

    @Test
    void everyLabelIsOfAFormThatTheContractAllows() {
        for (FcsModel model : FcsModel.values()) {
            assertTrue(model.label().matches("[A-Za-z0-9 -]{1,40}"), model.name());
            assertTrue(model.name().matches("[A-Z][A-Z0-9_]{0,39}"), model.name());
            assertTrue(model.holdsPatientData());
        }
    }

    @Test
    void everyLabelNamesItsOwnModel() {
        for (FcsModel model : FcsModel.values()) {
            assertEquals(model, of(model.label()));
        }
    }
}
