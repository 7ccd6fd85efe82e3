<?php
/**
 * Tsunagi for RosarioSIS: who asks, what may be asked, and the asking.
 *
 * Nothing of the extension lives here. This module checks the host's permission, vouches for the
 * person with a ticket, and prints what the service on this machine answers.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

require_once __DIR__ . '/Ticket.php';
require_once __DIR__ . '/texts.php';
require_once __DIR__ . '/rules.php';

/** How long menu and tabs are kept in the session, in seconds. */
define( 'TSUNAGI_KEEP', 300 );

/**
 * A setting of this module; they hold for every school.
 */
function TsunagiSetting( $title )
{
	return (string) DBGetOne( "SELECT CONFIG_VALUE FROM config
		WHERE SCHOOL_ID='0' AND TITLE='" . DBEscapeString( $title ) . "'" );
}

/**
 * Who asks, as the host knows it.
 */
function TsunagiPerson()
{
	return [
		'user' => (string) User( 'USERNAME' ),
		'profile' => (string) User( 'PROFILE' ),
		'school' => (string) UserSchool(),
		'year' => (string) UserSyear(),
		'locale' => isset( $_SESSION['locale'] ) ? (string) $_SESSION['locale'] : '',
		'csrf' => TsunagiCsrf(),
	];
}

/**
 * What scripts must send back with every change; not the host's own token, which signs people out.
 */
function TsunagiCsrf()
{
	return hash_hmac( 'sha256', 'tsunagi', isset( $_SESSION['token'] ) ? (string) $_SESSION['token'] : '' );
}

/**
 * Whether the host lets this person see a student in the year that is being looked at.
 */
function TsunagiMaySee( $student_id )
{
	$student = (int) $student_id;
	$year = (int) UserSyear();

	if ( $student <= 0 || (string) $student !== (string) $student_id )
	{
		return false;
	}

	if ( User( 'PROFILE' ) === 'admin' )
	{
		$schools = TsunagiNumbers( User( 'SCHOOLS' ) );

		return (bool) DBGetOne( "SELECT 1 FROM student_enrollment
			WHERE STUDENT_ID='" . $student . "' AND SYEAR='" . $year . "'" .
			( $schools ? " AND SCHOOL_ID IN (" . implode( ',', $schools ) . ")" : '' ) );
	}

	if ( User( 'PROFILE' ) === 'teacher' )
	{
		$staff = (int) User( 'STAFF_ID' );

		return (bool) DBGetOne( "SELECT 1 FROM schedule s, course_periods p
			WHERE s.STUDENT_ID='" . $student . "' AND s.SYEAR='" . $year . "'
			AND p.COURSE_PERIOD_ID=s.COURSE_PERIOD_ID
			AND (p.TEACHER_ID='" . $staff . "' OR p.SECONDARY_TEACHER_ID='" . $staff . "')" );
	}

	return false;
}

/**
 * Asks the service; the host's session is free meanwhile, so that other pages of this person go on.
 *
 * @return array status (0: not reached), headers, body.
 */
function TsunagiAsk( $method, $path, $query = '', $student = '', $body = null, $type = '' )
{
	$base = TsunagiSetting( 'TSUNAGI_URL' );
	$secret = TsunagiSetting( 'TSUNAGI_SECRET' );

	if ( ! TsunagiServiceUrl( $base ) || strlen( $secret ) < 32 )
	{
		return [ 'status' => 0, 'headers' => [], 'body' => '' ];
	}

	$ticket = TsunagiSign( $secret, TsunagiTicketFields( TsunagiPerson(), $student, $method, $path, time() ) );
	$send = [ 'X-Tsunagi-Ticket: ' . $ticket, 'Accept: */*', 'Expect:' ];

	if ( $type !== '' )
	{
		$send[] = 'Content-Type: ' . $type;
	}

	session_write_close();

	$headers = [];
	$curl = curl_init( $base . $path . ( $query === '' ? '' : '?' . $query ) );
	curl_setopt_array( $curl, [
		CURLOPT_CUSTOMREQUEST => $method,
		CURLOPT_HTTPHEADER => $send,
		CURLOPT_RETURNTRANSFER => true,
		CURLOPT_FOLLOWLOCATION => false,
		CURLOPT_CONNECTTIMEOUT_MS => 300,
		CURLOPT_TIMEOUT_MS => TsunagiTimeout( $path ),
		CURLOPT_NOSIGNAL => true,
		CURLOPT_PROXY => '',
		CURLOPT_HEADERFUNCTION => function( $curl, $line ) use ( &$headers )
		{
			$colon = strpos( $line, ':' );

			if ( $colon )
			{
				$headers[ strtolower( substr( $line, 0, $colon ) ) ] = trim( substr( $line, $colon + 1 ) );
			}

			return strlen( $line );
		},
	] );

	if ( $body !== null )
	{
		curl_setopt( $curl, CURLOPT_POSTFIELDS, $body );
	}

	$answer = curl_exec( $curl );
	$status = $answer === false ? 0 : (int) curl_getinfo( $curl, CURLINFO_HTTP_CODE );
	curl_close( $curl );

	return [ 'status' => $status, 'headers' => $headers, 'body' => (string) $answer ];
}

/**
 * Takes the session up again where the host still draws its page.
 */
function TsunagiResume()
{
	if ( session_status() !== PHP_SESSION_ACTIVE )
	{
		// The cookie and the cache headers were sent when the host began this page.
		@ini_set( 'session.use_cookies', '0' );
		@session_cache_limiter( '' );
		@session_start();
	}
}

/**
 * A fragment of the service, or words that say why there is none. Never more than its own place.
 */
function TsunagiFragment( $path, $query = '', $student = '' )
{
	$answer = TsunagiAsk( 'GET', '/host' . $path, $query, $student );

	TsunagiResume();

	if ( $answer['status'] === 200 )
	{
		return $answer['body'] . '<script src="modules/Tsunagi/loader.js"></script>';
	}

	$key = $answer['status'] === 404 ? 'nothing' : ( $answer['status'] === 401 ? 'refused' : 'down' );

	return '<p class="tsunagi-message" role="status">' . htmlspecialchars( TsunagiText( $key ) ) . '</p>';
}

/**
 * Lines of the service with parts between tabs, kept for some minutes; what was kept is better than nothing.
 */
function TsunagiLines( $what )
{
	$key = 'tsunagi_' . $what . '_' . UserSchool() . '_' . UserSyear() . '_' . $_SESSION['locale'];

	if ( isset( $_SESSION[ $key ] ) && $_SESSION[ $key ]['until'] > time() )
	{
		return $_SESSION[ $key ]['lines'];
	}

	$answer = TsunagiAsk( 'GET', '/host/' . $what );

	TsunagiResume();

	$before = isset( $_SESSION[ $key ] ) ? $_SESSION[ $key ]['lines'] : [];
	$reached = $answer['status'] === 200;
	$lines = $reached ? TsunagiSplit( $answer['body'] ) : $before;
	// A service that is down is asked again soon, but not with every click.
	$_SESSION[ $key ] = [ 'until' => time() + ( $reached ? TSUNAGI_KEEP : 15 ), 'lines' => $lines ];

	return $lines;
}

/**
 * The tabs that have a row in the host: category id => tab id.
 */
function TsunagiTabs()
{
	$tabs = json_decode( TsunagiSetting( 'TSUNAGI_TABS' ), true );

	return is_array( $tabs ) ? $tabs : [];
}

/**
 * Gives new tabs and pages of the service their rows in the host. Rows that are there stay as the
 * administrator of the host has set them.
 *
 * @return bool Whether the service told its tabs.
 */
function TsunagiSync()
{
	$tabs = TsunagiTabs();
	$offered = TsunagiLines( 'tabs' );
	$order = 100;

	foreach ( $offered as $line )
	{
		$order++;

		if ( count( $line ) < 3 || in_array( $line[0], $tabs, true ) )
		{
			continue;
		}

		$id = DBGetOne( "INSERT INTO student_field_categories (TITLE,SORT_ORDER,INCLUDE)
			VALUES ('" . DBEscapeString( TsunagiTitle( $line[1], $line[2] ) ) . "','" . $order . "','Tsunagi/Tab')
			RETURNING ID" );

		$tabs[ (int) $id ] = $line[0];

		// Without the right to edit the host draws no Save button of its own: our tabs save by themselves.
		TsunagiAllow( 'Students/Student.php&category_id=' . (int) $id, 'NULL' );
	}

	DBQuery( "UPDATE config SET CONFIG_VALUE='" . DBEscapeString( json_encode( $tabs ) ) . "'
		WHERE SCHOOL_ID='0' AND TITLE='TSUNAGI_TABS'" );

	foreach ( TsunagiLines( 'menu' ) as $line )
	{
		TsunagiAllow( 'Tsunagi/Page.php&path=/pages/' . $line[0] );
	}

	return (bool) $offered;
}

/**
 * Lets every profile that may use this module at all use a program, unless that was decided before.
 */
function TsunagiAllow( $modname, $can_edit = "'Y'" )
{
	DBQuery( "INSERT INTO profile_exceptions (PROFILE_ID,MODNAME,CAN_USE,CAN_EDIT)
		SELECT PROFILE_ID,'" . DBEscapeString( $modname ) . "','Y'," . $can_edit . " FROM profile_exceptions
		WHERE MODNAME='Tsunagi/Page.php' AND CAN_USE='Y'
		AND NOT EXISTS (SELECT 1 FROM profile_exceptions x WHERE x.MODNAME='" . DBEscapeString( $modname ) . "')" );
}

/**
 * Writes the attendance codes that the service wants and the host lacks, for this school and year.
 *
 * @return int How many were new.
 */
function TsunagiInstallCodes()
{
	$answer = TsunagiAsk( 'GET', '/host/codes' );

	TsunagiResume();

	if ( $answer['status'] !== 200 )
	{
		return -1;
	}

	$new = 0;

	foreach ( TsunagiSplit( $answer['body'] ) as $line )
	{
		if ( count( $line ) < 3 || DBGetOne( "SELECT 1 FROM attendance_codes
			WHERE SYEAR='" . (int) UserSyear() . "' AND SCHOOL_ID='" . (int) UserSchool() . "'
			AND TABLE_NAME='0' AND SHORT_NAME='" . DBEscapeString( $line[0] ) . "'" ) )
		{
			continue;
		}

		DBQuery( "INSERT INTO attendance_codes (SYEAR,SCHOOL_ID,TITLE,SHORT_NAME,TYPE,STATE_CODE,TABLE_NAME,SORT_ORDER)
			VALUES ('" . (int) UserSyear() . "','" . (int) UserSchool() . "','" . DBEscapeString( $line[2] ) . "','" .
			DBEscapeString( $line[0] ) . "','teacher','" . ( $line[1] === 'A' ? 'A' : 'P' ) . "','0','" . ( 100 + $new ) . "')" );

		$new++;
	}

	return $new;
}
