package org.benchconnect.tests.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.simulator.AquiosRun;
import org.benchconnect.simulator.AquiosTrouble;
import org.benchconnect.simulator.AquiosWriter;
import org.benchconnect.simulator.CytExpertWriter;
import org.benchconnect.simulator.Detector;
import org.benchconnect.simulator.FlexRun;
import org.benchconnect.simulator.FlexTrouble;
import org.benchconnect.simulator.Invented;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.QcReportWriter;
import org.benchconnect.simulator.Run;
import org.benchconnect.simulator.Trouble;

/** The simulator's files of every instrument with every trouble, and which values in them are of a patient. */
final class Inputs {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private Inputs() {}

    /**
     * A file.
     *
     * @param folder of the adapter that reads it
     * @param name with which it is written, which is a secret too
     * @param bytes what is in it
     * @param secrets the denied values in it
     */
    record Input(String folder, String name, byte[] bytes, List<String> secrets) {
        @Override
        public String toString() {
            return folder + ", " + bytes.length + " bytes";
        }

        /** The same of another patient. */
        Input of(int which) {
            return new Input(
                    folder,
                    OtherPatient.of(name, which),
                    OtherPatient.in(bytes, secrets, which),
                    secrets.stream()
                            .map(secret -> OtherPatient.of(secret, which))
                            .toList());
        }
    }

    /** All of them, in the order in which they are read. */
    static List<Input> all() {
        List<Input> inputs = new ArrayList<>();
        long seed = 0;
        for (Trouble trouble : Trouble.values()) {
            inputs.add(navios(trouble.in(Run.healthy().withEvents(300).withSeed(++seed))));
        }
        for (FlexTrouble trouble : FlexTrouble.values()) {
            inputs.add(dxflex(trouble.in(FlexRun.healthy().withSeed(++seed))));
        }
        inputs.add(report("dxflex", "SIMDX001", DAY, 33.0));
        inputs.add(report("navios", "SIM00001", DAY, 1.0));
        for (AquiosTrouble trouble : AquiosTrouble.values()) {
            inputs.add(aquios(trouble.in(AquiosRun.healthy().withSeed(++seed))));
        }
        return inputs;
    }

    static Input navios(Run run) {
        return new Input("navios", Invented.fileName(run), LmdWriter.bytes(run), Invented.values(run));
    }

    static Input dxflex(FlexRun flex) {
        Run same = Run.healthy()
                .withModel(flex.model())
                .withSerial(flex.serial())
                .withEvents(flex.events())
                .withStarted(flex.started())
                .withSeed(flex.seed())
                .withDetectors(List.of(
                        new Detector("FSC-A", 106, 1), new Detector("SSC-A", 54, 1), new Detector("FITC-A", 130, 1)));
        return new Input("dxflex", CytExpertWriter.fileName(flex), CytExpertWriter.bytes(flex), inText(same));
    }

    static Input aquios(AquiosRun aquios) {
        Run same = Run.healthy()
                .withModel(aquios.model())
                .withSerial(aquios.serial())
                .withEvents(aquios.events())
                .withStarted(aquios.started())
                .withDetectors(aquios.detectors())
                .withSeed(aquios.seed());
        List<String> secrets = new ArrayList<>(inText(same));
        secrets.add("INVENTED-WELL A1");
        return new Input("aquios", AquiosWriter.fileName(aquios), AquiosWriter.bytes(aquios), secrets);
    }

    /** Such a file has no protocol block. */
    private static List<String> inText(Run run) {
        return Invented.values(run).stream()
                .filter(value -> !value.equals(Invented.PROTOCOL))
                .toList();
    }

    /** A report of quality control; a file's name holds an operator, as its own lines do. */
    static Input report(String folder, String serial, LocalDate day, double change) {
        List<QcReportWriter.Line> lines = new ArrayList<>(QcReportWriter.HEALTHY);
        lines.set(1, new QcReportWriter.Line("SSC", 364, change, 3.1));
        return new Input(
                folder,
                "INVENTED-OPERATOR zquux " + folder + ".csv",
                QcReportWriter.bytes(serial, day, lines),
                List.of("INVENTED-CONFIGURATION", "INVENTED-OPERATOR zquux"));
    }

    /** What cannot be read, with a patient in its name: where messages of exceptions like to leak. */
    static void writeUnreadable(Laboratory laboratory, Planted patient) throws IOException {
        for (String folder : List.of("navios", "dxflex", "aquios")) {
            laboratory.write(folder, patient.name() + ".LMD", "no such file".getBytes(StandardCharsets.US_ASCII));
            // an empty one is read after a minute: whether it was, would be a matter of how long the agent ran
            laboratory.write(folder, patient.profile() + "\\" + patient.sample() + ".lmd", new byte[1]);
            laboratory.write(
                    folder, patient.accented() + ".csv", patient.everything().getBytes(StandardCharsets.UTF_8));
            Path in = laboratory.in(folder);
            Files.createSymbolicLink(in.resolve(patient.born() + ".LMD"), Path.of("/proc/self/mem"));
            Files.createSymbolicLink(in.resolve(patient.code() + ".fcs"), in.resolve("gone " + patient.name()));
            Files.createDirectory(in.resolve(patient.sample() + ".fcs"));
        }
    }

    /** Writes all for one patient; what is denied in it. */
    static Set<String> write(Laboratory laboratory, Planted patient) throws IOException {
        Set<String> secrets = new LinkedHashSet<>(patient.words());
        for (Input input : all()) {
            Input his = input.of(patient.which());
            laboratory.write(his.folder(), his.name(), his.bytes());
            secrets.addAll(his.secrets());
            secrets.add(his.name());
        }
        writeUnreadable(laboratory, patient);
        laboratory.writeQueue(patient);
        laboratory.writeTheLast();
        return secrets;
    }
}
