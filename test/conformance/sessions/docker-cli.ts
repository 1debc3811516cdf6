const words = (line: string): string[] => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/** A day with Docker's command, one line after the other; each line once. Networks of dockerd are left out where tests give it none. */
export const cliSession: readonly (readonly string[])[] = `
ps
ps -a
images --format '{{.Repository}}:{{.Tag}}'
run --rm --network none busybox echo hello
run --rm --network none busybox sh -c 'echo out; echo err >&2; exit 7'
run --rm --network none busybox nosuchprogram
run --rm --network none -i busybox cat
run --rm --network none -e A=b -w /tmp -u 1000:1000 busybox sh -c 'echo $A $(pwd) $(id -u):$(id -g)'
run --rm --network none --hostname there busybox hostname
run --rm --network none --read-only busybox touch /file
run --rm --network none --tmpfs /scratch:size=1m busybox sh -c 'df -k /scratch | tail -1 | cut -c1-40'
run --rm --network none --cap-drop ALL busybox chown 1:1 /tmp
run --rm --network none --memory 64m busybox true
run --rm --network none --entrypoint '' busybox echo entered
run --rm --network nosuch busybox true
run --rm busybox:nosuchtag
run -d --network none --name bad/name busybox
run -d --network none --name box --label of=session busybox sh -c 'trap "exit 3" TERM; echo started; while :; do sleep 0.1; done'
run -d --network none --name box busybox
ps --format '{{.Names}} {{.Image}} {{.State}} {{.Command}}'
ps --filter label=of=session --format '{{.Names}}'
ps --filter status=exited --format '{{.Names}}'
ps --filter name=bo --format '{{.Names}} {{.Labels}}'
ps --filter bogus=1
ps --no-trunc --format '{{.ID}}'
exec box echo executed
exec box sh -c 'echo out; echo err >&2; exit 5'
exec -i box cat
exec -u 1000 -w /tmp -e B=c box sh -c 'id -u; pwd; echo $B'
exec box nosuchprogram
exec nosuch true
exec -d box touch /tmp/made
logs box
logs --tail 0 box
logs nosuch
top box -o pid,comm
port box
inspect box --format '{{.Name}} {{.State.Status}} {{.State.Running}} {{.Config.Image}} {{.HostConfig.NetworkMode}} {{.RestartCount}}'
inspect box --format '{{json .Config.Labels}} {{json .Config.Cmd}} {{json .Mounts}}'
inspect nosuch
rename box crate
rename crate crate
rename nosuch other
pause crate
ps --filter name=crate --format '{{.State}}'
exec crate true
unpause crate
unpause crate
cp nosuch:/etc/passwd /tmp
cp crate:/nosuch /tmp
diff crate
update --memory 64m --memory-swap 64m crate
rm crate
stop -t 5 crate
wait crate
start crate
restart -t 5 crate
kill -s NOSUCH crate
kill crate
kill crate
wait nosuch
commit crate committed:v1
inspect committed:v1 --format '{{json .RepoTags}}'
rm crate
rm nosuch
rm -f nosuch
create --network none --name made busybox true
start -a made
rm made
tag busybox other:tag
images other --format '{{.Repository}}:{{.Tag}}'
rmi other:tag
rmi nosuch
rmi committed:v1 --no-prune
image inspect nosuch
history nosuch
volume create data
volume create data
volume create --label a=b labelled
volume ls --format '{{.Name}} {{.Driver}}'
volume ls --filter label=a=b -q
volume inspect data --format '{{.Name}} {{.Driver}} {{.Scope}} {{json .Labels}} {{json .Options}}'
volume create x
volume create '/bad'
run --rm --network none -v data:/data busybox sh -c 'echo kept > /data/f'
run --rm --network none -v data:/data:ro busybox sh -c 'cat /data/f; touch /data/g'
volume rm data
volume rm nosuch
volume prune -af --filter label=a
network ls --filter name=host --format '{{.Name}} {{.Driver}} {{.Scope}}'
network inspect nosuch
network inspect none --format '{{.Name}} {{.Driver}} {{.Scope}} {{.Internal}} {{json .IPAM}} {{json .Options}}'
network create --subnet 10.91.0.0/16 --label a=b net
network create net
network create --subnet 10.91.3.0/24 overlaps
network create --subnet bad bad
network ls --filter label=a=b --format '{{.Name}} {{.Driver}}'
network inspect net --format '{{.Name}} {{.IPAM.Driver}} {{json .Labels}} {{json .Containers}} {{.Attachable}}'
create --network net --name on busybox
network connect net on
network disconnect net on
network disconnect net nosuch
network rm net
network rm net
network rm host
rm on
network prune -f
container prune -f
system df --format '{{.Type}} {{.TotalCount}}'
`.trim().split('\n').map(words);

/** Lines that end alike, and are told in other words: why. */
export const otherWords: ReadonlyMap<string, string> = new Map([
  ['run --rm --network none busybox nosuchprogram', "the runtime's own words: crun's here, runc's there"],
  ['exec box nosuchprogram', "the runtime's own words"],
  ['run --rm busybox:nosuchtag', 'how a registry was not reached'],
  ['top box -o pid,comm', 'columns of ps are not chosen yet'],
  ['exec crate true', 'the container by its id'],
  ['cp crate:/nosuch /tmp', 'names the file and not the container'],
  ['kill -s NOSUCH crate', 'names the signal and not the container'],
  ['rmi committed:v1 --no-prune', 'layers are no images here'],
  ['network create --subnet 10.91.3.0/24 overlaps', 'says with which network'],
]);
