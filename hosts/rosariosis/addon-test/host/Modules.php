<?php
// SPDX-License-Identifier: GPL-2.0-or-later
require_once 'Warehouse.php';

$menu = [];
$program = $_GET['modname'];
echo '<body><div id="body">';

if ( $program === 'Students/Student.php' )
{
	echo '<form id="student">';
	require 'modules/Tsunagi/Tab.inc.php';
	require 'modules/Tsunagi/Tab.inc.php'; // a print requires it for each student
	echo '</form>';
}
elseif ( $program === 'menu' )
{
	require 'modules/Tsunagi/Menu.php';
	echo json_encode( $menu, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
}
else
{
	require_once 'modules/Tsunagi/Menu.php';

	// RosarioSIS 11 opens only what its menu of this person names.
	$programs = isset( $menu['Tsunagi'][ User( 'PROFILE' ) ] ) ? $menu['Tsunagi'][ User( 'PROFILE' ) ] : [];

	if ( isset( $programs[ $program ] ) )
	{
		require_once 'modules/' . $program;
	}
	else
	{
		echo 'back to the portal';
	}
}

$_SESSION['after'] = 'kept';
echo '</div><footer>end of the host page</footer></body>';
