"""Sends and answers packets inside the namespaces of the tests. Node has no raw sockets, so this is Python.

probe.py serve PORT...                          echoes TCP and UDP, prints "ready"
probe.py tcp ADDRESS PORT                       "answered" or "silent"
probe.py udp ADDRESS PORT                       "answered" or "silent"
probe.py hold ADDRESS PORT                      one connection; echoes each line of standard input by way of the server
probe.py attack DEVICE JSON                     sends every frame it can think of; prints {"sent", "answers"}
"""
import json, select, socket, struct, sys, threading, time


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF


def mac(text):
    return bytes.fromhex(text.replace(":", ""))


def ipv4(source, target, protocol, payload):
    head = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(payload), 1, 0, 64, protocol, 0,
                       socket.inet_aton(source), socket.inet_aton(target))
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + payload


def udp(source, target, port):
    return ipv4(source, target, 17, struct.pack("!HHHH", 68 if port == 67 else 40000, port, 8 + 8, 0) + b"labcast!")


def tcp_syn(source, target, port):
    segment = struct.pack("!HHIIBBHHH", 40000, port, 7, 0, 0x50, 2, 1024, 0, 0)
    pseudo = socket.inet_aton(source) + socket.inet_aton(target) + struct.pack("!BBH", 0, 6, len(segment))
    return ipv4(source, target, 6, segment[:16] + struct.pack("!H", checksum(pseudo + segment)) + segment[18:])


def icmp_echo(source, target):
    body = struct.pack("!BBHHH", 8, 0, 0, 1, 1) + b"labcast!"
    return ipv4(source, target, 1, body[:2] + struct.pack("!H", checksum(body)) + body[4:])


def arp(operation, sender_mac, sender, target):
    return struct.pack("!HHBBH6s4s6s4s", 1, 0x0800, 6, 4, operation, sender_mac, socket.inet_aton(sender),
                       b"\0" * 6, socket.inet_aton(target))


def ipv6(source, target, body_type):
    source, target = socket.inet_pton(socket.AF_INET6, source), socket.inet_pton(socket.AF_INET6, target)
    body = struct.pack("!BBHI", body_type, 0, 0, 0) + b"labcast!"
    pseudo = source + target + struct.pack("!II", len(body), 58)
    body = body[:2] + struct.pack("!H", checksum(pseudo + body)) + body[4:]
    return struct.pack("!IHBB", 6 << 28, len(body), 58, 255) + source + target + body


def frames(plan):
    """Every target address and MAC, from every source address and MAC, in every protocol."""
    all_stations = b"\xff" * 6
    for source_mac in map(mac, plan["sourceMacs"]):
        def frame(target_mac, ethertype, payload):
            return target_mac + source_mac + struct.pack("!H", ethertype) + payload.ljust(46, b"\0")

        for source in plan["sources"]:
            for target in plan["targets"]:
                packets = [icmp_echo(source, target)]
                packets += [udp(source, target, port) for port in plan["ports"]]
                packets += [tcp_syn(source, target, port) for port in plan["ports"]]
                for packet in packets:
                    for target_mac in [all_stations, *map(mac, plan["targetMacs"])]:
                        yield frame(target_mac, 0x0800, packet)
                for operation in (1, 2):
                    yield frame(all_stations, 0x0806, arp(operation, source_mac, source, target))
            yield frame(all_stations, 0x0800, udp(source, "255.255.255.255", 67))
            yield frame(mac("01:00:5e:00:00:01"), 0x0800, icmp_echo(source, "224.0.0.1"))
            yield frame(mac("01:00:5e:00:00:fb"), 0x0800, udp(source, "224.0.0.251", 5353))
        for group, body_type in (("ff02::1", 128), ("ff02::1", 134), ("ff02::2", 133)):
            yield frame(mac("33:33:00:00:00:01"), 0x86DD, ipv6("fe80::1", group, body_type))
        # A name of our own for an unknown protocol, LLDP, spanning tree, and the same inside a VLAN tag.
        yield frame(all_stations, 0x88B5, b"labcast")
        yield frame(mac("01:80:c2:00:00:0e"), 0x88CC, b"labcast")
        yield mac("01:80:c2:00:00:00") + source_mac + b"\0\x26\x42\x42\x03".ljust(46, b"\0")
        yield frame(all_stations, 0x8100, b"\0\x07\x88\xb5labcast")


def attack(device, plan):
    wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0003))
    wire.bind((device, 0))
    sent, answers, last = 0, set(), time.monotonic()

    def collect(seconds):
        while select.select([wire], [], [], seconds)[0]:
            data, (_, _, kind, _, _) = wire.recvfrom(2048)
            if kind == socket.PACKET_OUTGOING:
                continue
            about = data[28:32] if data[12:14] == b"\x08\x06" else data[26:30] if data[12:14] == b"\x08\x00" else b""
            answers.add((data[6:12].hex(":"), data[12:14].hex(), socket.inet_ntoa(about) if about else ""))

    for data in frames(plan):
        wire.send(data)
        sent += 1
        if sent % 50 == 0:
            collect(0)
    collect(1)
    print(json.dumps({"sent": sent, "answers": sorted(answers)}))


def serve(ports):
    def echo(connection):
        with connection:
            while data := connection.recv(4096):
                connection.sendall(data)

    def accept(server):
        while True:
            threading.Thread(target=echo, args=(server.accept()[0],), daemon=True).start()

    def answer(server):
        packet_info = 8
        server.setsockopt(socket.IPPROTO_IP, packet_info, 1)
        while True:
            data, [(_, _, info)], _, sender = server.recvmsg(4096, 100)
            # From the address that was asked, as a server with several ones must.
            asked = struct.pack("I4s4s", 0, info[8:12], b"\0" * 4)
            try:
                server.sendmsg([data], [(socket.IPPROTO_IP, packet_info, asked)], 0, sender)
            except OSError:
                pass  # The sender gave itself an address to which nothing can be sent.

    for port in ports:
        threading.Thread(target=accept, args=(socket.create_server(("0.0.0.0", port)),), daemon=True).start()
        datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        datagrams.bind(("0.0.0.0", port))
        threading.Thread(target=answer, args=(datagrams,), daemon=True).start()
    print("ready", flush=True)
    # Ends with the test that holds the other end.
    sys.stdin.read()


def ask(kind, address, port):
    client = socket.socket(socket.AF_INET, kind)
    client.settimeout(1)
    try:
        client.connect((address, port))
        client.sendall(b"labcast")
        return "answered" if client.recv(100) == b"labcast" else "silent"
    except OSError:
        return "silent"


def hold(address, port):
    with socket.create_connection((address, port), 5) as connection:
        connection.settimeout(None)
        threading.Thread(target=lambda: [print(line, end="", flush=True) for line in connection.makefile()],
                         daemon=True).start()
        for line in sys.stdin:
            connection.sendall(line.encode())


mode, *rest = sys.argv[1:]
if mode == "serve":
    serve([int(port) for port in rest])
elif mode == "attack":
    attack(rest[0], json.loads(rest[1]))
elif mode == "hold":
    hold(rest[0], int(rest[1]))
else:
    print(ask(socket.SOCK_STREAM if mode == "tcp" else socket.SOCK_DGRAM, rest[0], int(rest[1])))
