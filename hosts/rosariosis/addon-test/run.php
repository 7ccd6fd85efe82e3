<?php
/**
 * Tests of the PHP face: its rules, and the whole way through a stand-in host to a service.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

error_reporting( E_ALL );
set_error_handler( function( $level, $message, $file, $line )
{
	if ( error_reporting() & $level )
	{
		throw new ErrorException( $message, 0, $level, $file, $line );
	}

	return true;
} );

$addon = dirname( __DIR__ ) . '/addon';
require $addon . '/Ticket.php';
require $addon . '/rules.php';
require $addon . '/texts.php';

$failed = 0;
$passed = 0;

function same( $what, $wanted, $got )
{
	global $failed, $passed;

	if ( $wanted === $got )
	{
		$passed++;

		return;
	}

	$failed++;
	echo 'FAILED: ' . $what . "\n  wanted " . var_export( $wanted, true ) . "\n  got    " . var_export( $got, true ) . "\n";
}

function holds( $what, $needle, $text )
{
	same( $what . ' (holds ' . $needle . ')', true, strpos( $text, $needle ) !== false );
}

// --- rules
$targets = [
	'modname=Tsunagi/Page.php&path=/pages/watch' => [ '/pages/watch', '' ],
	'modname=Tsunagi/Page.php&path=/pages/watch?window=7&grade=P5' => [ '/pages/watch', 'window=7&grade=P5' ],
	'modname=Tsunagi/Page.php&path=/pages/watch&window=7' => [ '/pages/watch', 'window=7' ],
	'path=/api/v1/x?path=/other' => [ '/api/v1/x', 'path=/other' ],
	'modname=Tsunagi%2FPage.php&path=%2Fstudents%2F101%2Fsheet-a' => [ '/students/101/sheet-a', '' ],
	'path=/pages/watch&_=1234&a=1' => [ '/pages/watch', 'a=1' ],
	'mypath=/x' => [ '', '' ],
	'' => [ '', '' ],
];

foreach ( $targets as $query => $wanted )
{
	same( 'target of ' . $query, $wanted, TsunagiTarget( $query ) );
}

$calls = [
	[ 'GET', '/api/v1/students/101/days', true ], [ 'PUT', '/api/v1/students/101/marks', true ], [ 'DELETE', '/api/v1/jobs/1', true ],
	[ 'PATCH', '/api/v1/x', false ], [ 'TRACE', '/api/v1/x', false ], [ 'GET', '/api/v1/../host/menu', false ], [ 'GET', '/host/menu', false ],
	[ 'GET', '/health', false ], [ 'GET', '/api/v1/%2e%2e/x', false ], [ 'GET', '/api/v1//x', false ], [ 'GET', '/api/v1/a b', false ],
	[ 'GET', '/assets/tsunagi/core.js', true ], [ 'POST', '/assets/tsunagi/core.js', false ], [ 'GET', '/assets/tsunagi/x.php', false ],
	[ 'GET', '/api/v1/' . str_repeat( 'a', 500 ), false ], [ 'GET', '', false ], [ 'GET', "/api/v1/x\n", false ],
];

foreach ( $calls as $call )
{
	same( 'may pass ' . $call[0] . ' ' . substr( $call[1], 0, 40 ), $call[2], TsunagiMayPass( $call[0], $call[1] ) );
}

same( 'student of a call', '101', TsunagiStudentOf( '/api/v1/students/101/days' ) );
same( 'student of an encoded call', '101', TsunagiStudentOf( '/api/v1/students/1%30%31' ) );
same( 'no student', '', TsunagiStudentOf( '/api/v1/watch' ) );

foreach ( [ 'http://127.0.0.1:8085' => true, 'http://localhost:8085' => true, 'http://127.0.0.1:8085/x' => false, 'http://127.0.0.1.example.jp:80' => false,
	'https://example.jp:443' => false, 'file:///etc/passwd' => false, "http://127.0.0.1:8085\n" => false, '' => false ] as $url => $good )
{
	same( 'service at ' . $url, $good, TsunagiServiceUrl( $url ) );
}

same( 'papers may take longer', 30000, TsunagiTimeout( '/api/v1/students/1/sheets/a.pdf' ) );
same( 'fragments may take a little', 5000, TsunagiTimeout( '/host/students/1/sheet-a' ) );
same( 'calls are short', 2000, TsunagiTimeout( '/api/v1/students/1/days' ) );
same( 'imports of scripts', 'import {a} from "./relay.php?path=/assets/tsunagi/core.js"; await import("./relay.php?path=/assets/tsunagi/b-c.js");',
	TsunagiScript( 'import {a} from "./core.js"; await import("./b-c.js");' ) );
same( 'title', 'Sheet A|ja_JP.utf8:支援シート A', TsunagiTitle( '支援シート A', 'Sheet A' ) );
same( 'schools', [ 1, 2 ], TsunagiNumbers( ',1,2,' ) );
same( 'all schools', [], TsunagiNumbers( '' ) );

foreach ( TsunagiTexts() as $key => $words )
{
	same( 'words of ' . $key, true, count( $words ) === 2 && $words[0] !== '' && $words[1] !== '' );
}

// --- ticket: TicketTest reads the same text on the other side
$fields = [ 'v' => '1', 'jti' => 'abc', 'iat' => 1, 'exp' => 61, 'user' => '山', 'profile' => 'admin', 'school' => '1', 'year' => '2026', 'student' => '',
	'method' => 'GET', 'path' => '/host/menu', 'locale' => 'ja_JP.utf8', 'csrf' => 'c' ];
same( 'signature', 'af279Vt_E64m1H9V5TySvl_kYUtdySAbTOZd-ces8uM', explode( '.', TsunagiSign( '0123456789abcdef0123456789abcdef', $fields ) )[1] );
$person = [ 'user' => 'a', 'profile' => 'admin', 'school' => '1', 'year' => '2026', 'locale' => 'ja', 'csrf' => 'c' ];
$one = TsunagiTicketFields( $person, '101', 'GET', '/x', 1000 );
$other = TsunagiTicketFields( $person, '101', 'GET', '/x', 1000 );
same( 'a ticket lives a minute', 60, $one['exp'] - $one['iat'] );
same( 'each ticket is its own', true, $one['jti'] !== $other['jti'] );

// --- the whole way
function port()
{
	$socket = stream_socket_server( 'tcp://127.0.0.1:0' );
	$name = stream_socket_get_name( $socket, false );
	fclose( $socket );

	return (int) substr( strrchr( $name, ':' ), 1 );
}

function start( $port, $root, $router, $env )
{
	$command = [ PHP_BINARY, '-d', 'display_errors=1', '-S', '127.0.0.1:' . $port, '-t', $root ];

	if ( $router )
	{
		$command[] = $router;
	}

	$process = proc_open( $command, [ [ 'file', '/dev/null', 'r' ], [ 'file', '/dev/null', 'w' ], [ 'file', '/dev/null', 'w' ] ], $pipes, $root, $env + getenv() );

	for ( $i = 0; $i < 100; $i++ )
	{
		$socket = @stream_socket_client( 'tcp://127.0.0.1:' . $port, $code, $text, 0.2 );

		if ( $socket )
		{
			fclose( $socket );

			return $process;
		}

		usleep( 50000 );
	}

	exit( "a server for the tests did not start\n" );
}

function get( $url, $cookie = '', $method = 'GET', $headers = [], $body = null )
{
	$curl = curl_init( $url );
	curl_setopt_array( $curl, [ CURLOPT_RETURNTRANSFER => true, CURLOPT_HEADER => true, CURLOPT_CUSTOMREQUEST => $method, CURLOPT_HTTPHEADER => array_merge( [ 'Cookie: ' . $cookie ], $headers ), CURLOPT_TIMEOUT => 20 ] );

	if ( $body !== null )
	{
		curl_setopt( $curl, CURLOPT_POSTFIELDS, $body );
	}

	$all = (string) curl_exec( $curl );
	$size = curl_getinfo( $curl, CURLINFO_HEADER_SIZE );
	$answer = [ 'status' => curl_getinfo( $curl, CURLINFO_HTTP_CODE ), 'head' => substr( $all, 0, $size ), 'body' => (string) substr( $all, $size ) ];
	curl_close( $curl );

	return $answer;
}

function signIn( $host, $who )
{
	$answer = get( $host . '/Modules.php?modname=menu&sign_in=' . $who );
	preg_match( '/Set-Cookie: (RosarioSIS=[^;]+)/i', $answer['head'], $found );

	return $found[1];
}

$root = sys_get_temp_dir() . '/tsunagi-standin-' . getmypid();
mkdir( $root . '/modules', 0700, true );

foreach ( [ 'Warehouse.php', 'Modules.php' ] as $file )
{
	copy( __DIR__ . '/host/' . $file, $root . '/' . $file );
}

mkdir( $root . '/modules/Tsunagi' );

foreach ( glob( $addon . '/*.php' ) as $file )
{
	copy( $file, $root . '/modules/Tsunagi/' . basename( $file ) );
}

$servicePort = port();
$hostPort = port();
$secret = str_repeat( 's', 40 );
$sql = $root . '/sql.txt';
touch( $sql );
$env = [ 'STANDIN_URL' => 'http://127.0.0.1:' . $servicePort, 'STANDIN_SECRET' => $secret, 'STANDIN_SQL' => $sql, 'ADDON' => $addon ];
$service = start( $servicePort, __DIR__, __DIR__ . '/service.php', $env );
$server = start( $hostPort, $root, null, $env );
$host = 'http://127.0.0.1:' . $hostPort;
$relay = $host . '/modules/Tsunagi/relay.php?path=';

try
{
	$admin = signIn( $host, 'admin' );
	$teacher = signIn( $host, 'teacher' );
	$parent = signIn( $host, 'parent' );

	$menu = get( $host . '/Modules.php?modname=menu', $admin )['body'];
	holds( 'pages of the extension are in the menu', 'Tsunagi/Page.php&path=/pages/watch":"気づき"', $menu );
	holds( 'the administrator sees the settings', 'Tsunagi/Settings.php', $menu );
	$written = file_get_contents( $sql );
	holds( 'a new tab got its row', 'Sheet B|ja_JP.utf8:支援シート B', $written );
	same( 'a tab that has a row gets no second one', false, strpos( $written, "('Sheet A" ) );

	$tab = get( $host . '/Modules.php?modname=Students/Student.php&category_id=7&student_id=101', $teacher )['body'];
	holds( 'the tab is the fragment of the student', '"path":"/host/students/101/sheet-a"', $tab );
	holds( 'the ticket names the person', '"user":"t-2"', $tab );
	holds( 'the ticket names the student', '"student":"101"', $tab );
	holds( 'the host goes on drawing its page', 'end of the host page', $tab );
	same( 'a page without a warning', false, stripos( $tab, 'warning' ) );

	$page = get( $host . '/Modules.php?modname=Tsunagi/Page.php&path=/pages/watch?window=7', $teacher )['body'];
	holds( 'a page gets its query', '"query":"window=7"', $page );
	$page = get( $host . '/Modules.php?modname=Tsunagi/Page.php&path=/students/102/sheet-a', $teacher )['body'];
	holds( "another teacher's student is not shown", 'ありません', $page );
	$page = get( $host . '/Modules.php?modname=Tsunagi/Page.php&path=/students/102/sheet-a', $admin )['body'];
	holds( 'the administrator sees every student of the school', '"student":"102"', $page );

	holds( 'the start lists the pages', 'path=/pages/crediting', get( $host . '/Modules.php?modname=Tsunagi/Page.php', $teacher )['body'] );
	holds( 'a guardian has no program', 'back to the portal', get( $host . '/Modules.php?modname=Tsunagi/Page.php', $parent )['body'] );
	$call = get( $relay . '/api/v1/students/101/days?schoolYear=2026&x=1', $teacher );
	same( 'a call is passed on', 200, $call['status'] );
	$told = json_decode( $call['body'], true );
	same( 'with its query', 'schoolYear=2026&x=1', $told['query'] );
	same( 'a call with a refusal stays one', 422, get( $relay . '/api/v1/refused', $teacher )['status'] );
	same( 'without a session', 401, get( $relay . '/api/v1/watch' )['status'] );
	same( 'without a session no body', '', get( $relay . '/api/v1/watch' )['body'] );
	same( "another teacher's student", 404, get( $relay . '/api/v1/students/102/days', $teacher )['status'] );
	same( 'a student of another school', 404, get( $relay . '/api/v1/students/999/days', $admin )['status'] );
	same( 'a guardian', 403, get( $relay . '/api/v1/watch', $parent )['status'] );
	same( 'a path that is not ours', 404, get( $relay . '/host/menu', $admin )['status'] );

	$csrf = $told['ticket']['csrf'];
	$json = [ 'Content-Type: application/json' ];
	same( 'a change without the token', 401, get( $relay . '/api/v1/students/101/notes', $teacher, 'POST', $json, '{}' )['status'] );
	$change = get( $relay . '/api/v1/students/101/notes', $teacher, 'POST', array_merge( $json, [ 'X-CSRF-Token: ' . $csrf ] ), '{"a":"<b>é\'花</b>"}' );
	same( 'a change with the token', 200, $change['status'] );
	same( 'arrives as it was sent', '{"a":"<b>é\'花</b>"}', json_decode( $change['body'], true )['sent'] );
	same( 'a body that is too long', 413, get( $relay . '/api/v1/students/101/notes', $teacher, 'POST', array_merge( $json, [ 'X-CSRF-Token: ' . $csrf ] ), str_repeat( 'x', TSUNAGI_BODY + 1 ) )['status'] );

	$script = get( $relay . '/assets/tsunagi/register.js?v=1', $teacher );
	holds( 'a script imports through the relay', './relay.php?path=/assets/tsunagi/core.js', $script['body'] );
	holds( 'a script is kept by its own browser only', 'private, max-age', $script['head'] );

	$before = microtime( true );
	same( 'a slow service is given up', 503, get( $relay . '/api/v1/slow', $teacher )['status'] );
	same( 'after two seconds', true, microtime( true ) - $before < 3.5 );

	proc_terminate( $service );
	proc_close( $service );
	$service = null;
	$before = microtime( true );
	$tab = get( $host . '/Modules.php?modname=Students/Student.php&category_id=7&student_id=101', $teacher )['body'];
	holds( 'a service that is down is told in the tab', 'つなぎに今つながりません', $tab );
	holds( 'and the host goes on', 'end of the host page', $tab );
	same( 'at once', true, microtime( true ) - $before < 1.5 );
	same( 'and to scripts', 503, get( $relay . '/api/v1/watch', $teacher )['status'] );
	holds( 'the menu is kept meanwhile', '気づき', get( $host . '/Modules.php?modname=menu', $admin )['body'] );
}
finally
{
	foreach ( array_filter( [ $service, $server ] ) as $process )
	{
		proc_terminate( $process );
		proc_close( $process );
	}

	foreach ( array_merge( glob( $root . '/modules/Tsunagi/*' ), glob( $root . '/*.*' ) ) as $file )
	{
		unlink( $file );
	}

	rmdir( $root . '/modules/Tsunagi' );
	rmdir( $root . '/modules' );
	rmdir( $root );
}

echo 'PHP face: ' . $passed . ' passed, ' . $failed . " failed\n";
exit( $failed ? 1 : 0 );
