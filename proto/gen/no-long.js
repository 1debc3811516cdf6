import $protobuf from "protobufjs/minimal.js";
$protobuf.util.Long = null;
$protobuf.configure();
